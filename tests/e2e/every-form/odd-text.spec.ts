import { expect, type Page, type Route } from '@playwright/test'
import {
  buttonOn,
  chooseFile,
  expectListed,
  fieldsOn,
  fillIn,
  formsWithToken,
  openForm,
} from '#tests/e2e/support/fill-form.ts'
import type { FormCase } from '#tests/support/every-form.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { modes, test } from './desk-test.ts'

const withTexts = formsWithToken.filter(([, form]) => form.texts.length > 0)

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  test.describe(mode, () => {
    for (const [key, form] of withTexts) {
      test(`${key}: text that is too long comes back with words beside it and above the form`, async ({
        visit,
      }) => {
        const { page, typed, mark, done } = await openForm(await visit(javaScriptEnabled), form)
        const long = Object.fromEntries(form.texts.map(name => [name, `${typed[name]}${tooMuch(name)}`]))
        await fillIn(page, { ...typed, ...long })
        const files = await chooseFile(page, `${mark}.txt`, javaScriptEnabled)
        await buttonOn(page, form).click()
        await expectRefused(page, form, /at most/)
        for (const name of form.texts) await expect(fieldsOn(page, name)).toHaveValue(long[name] ?? '')
        await expectListed(page, files)
        expect(await done()).toBe(0)
        if (files.length === 0) return
        await fillIn(page, typed)
        await buttonOn(page, form).click()
        await expect.poll(done).toBe(1)
        expect(await filesSent(mark)).toEqual(files)
      })

      test(`${key}: a character that cannot be stored is shown in its place`, async ({ visit }) => {
        const { page, typed, done } = await openForm(await visit(javaScriptEnabled), form)
        const odd = Object.fromEntries(form.texts.map(name => [name, `${typed[name]}ODDONE`]))
        await fillIn(page, { ...typed, ...odd })
        await page.route('**/*', route => sendInstead(route, 'ODDONE', Buffer.from([0])))
        await buttonOn(page, form).click()
        await expectRefused(page, form, /Take out the character/)
        for (const name of form.texts) await expect(fieldsOn(page, name)).toHaveValue(`${typed[name]}\uFFFD`)
        expect(await done()).toBe(0)
      })
    }
  })

for (const [key, form] of formsWithToken)
  test(`${key}: half a character, in every text and every hidden field, is no fault of ours`, async ({
    visit,
  }) => {
    const { page, typed } = await openForm(await visit(false), form)
    await fillIn(page, typed)
    await page.route('**/*', route => sendInstead(route, ownFields, half))
    const posted = page.waitForResponse(answer => answer.request().method() === 'POST')
    await buttonOn(page, form).click()
    expect((await posted).status()).toBeLessThan(500)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('Something went wrong on our side')).toHaveCount(0)
  })

// Where the value of a field begins, but for the token and what Next adds.
const ownFields = /(?<=name="(?!k"|\$)[^"]+"\r\n\r\n)/

const atLength = ['body', 'words']
const tooMuch = (name: string) => 'x'.repeat(atLength.includes(name) ? 50_001 : 600)

// A lone surrogate as it would stand in UTF-8, which has no such thing.
const half = Buffer.from([0xed, 0xa0, 0x80])

/** Puts bytes into the form that is sent which no keyboard has. */
async function sendInstead(route: Route, place: string | RegExp, bytes: Buffer) {
  const body = route.request().method() === 'POST' ? route.request().postDataBuffer() : null
  if (!body) return route.continue()
  const text = body.toString('latin1').split(place).join(bytes.toString('latin1'))
  return route.continue({ postData: Buffer.from(text, 'latin1') })
}

async function expectRefused(page: Page, form: FormCase, words: RegExp) {
  const above = page.getByRole('main').getByRole('alert')
  await expect(above).toContainText(words)
  for (const name of form.texts) {
    await expect(fieldsOn(page, name)).toHaveAttribute('aria-invalid', 'true')
    await expect(fieldsOn(page, name)).toHaveAccessibleDescription(words)
  }
  await expect(page).toHaveTitle(/^Error: /)
}
