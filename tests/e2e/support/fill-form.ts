import { writeFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { env } from '#src/lib/env.ts'
import { everyForm, type FormCase } from '#tests/support/every-form.ts'
import { signedInAs } from '#tests/support/visit.ts'

/** Every form that bears a token: all but the button that signs out, which holds nothing. */
export const formsWithToken = Object.entries(everyForm).filter(([key]) => key !== 'auth/sign-out')

/** Gives this browser a session of this person's own, as if they had signed in. Resolves to its token. */
export async function comeAs(context: BrowserContext, person: { userId: string }): Promise<string> {
  const { cookies = {} } = await signedInAs(person)
  const [[name, value] = ['', '']] = Object.entries(cookies)
  await context.addCookies([{ name, value: encodeURIComponent(value), url: env().baseUrl }])
  return value.split('.')[0] ?? ''
}

/** A form on its page, before anything is typed. `mark` is a word that stands nowhere else; `done` is how often it was done. */
export type OpenForm = {
  page: Page
  address: string
  mark: string
  typed: Record<string, string>
  done: () => Promise<number>
}

/** Opens the page of a form, at the desk or at the `origin` of a line to it, in a browser of whoever the form is for. */
export async function openForm(page: Page, form: FormCase, origin = ''): Promise<OpenForm> {
  const address = await form.page()
  if (form.by) await comeAs(page.context(), form.by)
  const mark = newMark()
  await page.goto(origin + address)
  return { page, address, mark, typed: form.typed(mark), done: () => form.done(mark, address) }
}

/** The form of the page that is shown. */
export const formOn = (page: Page) => page.locator('main form:has(input[name="k"])')

/** The visible fields of it that have this name: one, or as many as there are choices. */
export function fieldsOn(page: Page, name: string) {
  return formOn(page).locator(`[name="${name}"]:not([type="hidden"])`)
}

/** Types or chooses all of this. */
export async function fillIn(page: Page, typed: Record<string, string>) {
  for (const [name, value] of Object.entries(typed)) {
    const fields = fieldsOn(page, name)
    if (await areTicked(fields)) await choiceOn(page, name, value).check()
    else if ((await fields.locator('option').count()) > 0) await fields.selectOption(value)
    else await fields.fill(value)
  }
}

/**
 * Chooses a file in the form, where it takes any. Resolves to the names of what is chosen: this one or none. It lies on
 * the disk, as those of people do: a browser that sends a form again reads it again. With scripts it is attached at once,
 * which this waits for.
 * @param name one that stands nowhere else, such as `newMark` gives
 */
export async function chooseFile(page: Page, name: string, hasScripts: boolean): Promise<string[]> {
  const field = fieldsOn(page, 'upload')
  if ((await field.count()) === 0) return []
  const path = test.info().outputPath(name)
  await writeFile(path, `What ${name} says`)
  await field.setInputFiles(path)
  if (hasScripts) await expectListed(page, [name])
  return [name]
}

/** Expects the form to show that these files are kept, once each, and to send them. */
export async function expectListed(page: Page, names: string[]) {
  if (names.length === 0) return
  const shown = formOn(page).locator('bdi, dd')
  for (const name of names) await expect(shown.filter({ hasText: name })).toHaveCount(1)
  await expect(formOn(page).locator('input[name="files"]')).toHaveValue(new RegExp(names.join('.*')))
}

/** Expects the form to hold all of this. */
export async function expectFilled(page: Page, typed: Record<string, string>) {
  for (const [name, value] of Object.entries(typed)) {
    const fields = fieldsOn(page, name)
    if (await areTicked(fields)) await expect(choiceOn(page, name, value)).toBeChecked()
    else await expect(fields).toHaveValue(value)
  }
}

async function areTicked(fields: Locator) {
  return /radio|checkbox/.test((await fields.first().getAttribute('type')) ?? '')
}

/** The choice with this value, of those that are all in sight. */
function choiceOn(page: Page, name: string, value: string) {
  return formOn(page).locator(`:is([type="radio"], [type="checkbox"])[name="${name}"][value="${value}"]`)
}

/** The button that sends it. */
export function buttonOn(page: Page, { button }: Pick<FormCase, 'button'>) {
  const named = button ? `[name="${button.name}"][value="${button.value}"]` : ':not([name])'
  return formOn(page).locator(`button[type="submit"]${named}`)
}

/** A word that stands nowhere else. */
export const newMark = () => `mark${crypto.randomUUID().slice(0, 8)}`
