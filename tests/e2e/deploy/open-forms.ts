import type { Browser, Page } from '@playwright/test'
import { comeAs, fillIn, newMark } from '#tests/e2e/support/fill-form.ts'
import type { FormCase } from '#tests/support/every-form.ts'
import { newAddress } from '#tests/support/visit.ts'

type Forms = [string, FormCase][]
type Filled = { form: FormCase; typed: Record<string, string> }
export type Opened = Filled & { page: Page; path: string; address: string; mark: string }

/** The usual text, and one that is longer than any field takes. */
const asItIs = ({ typed }: Filled) => typed
export function withTooMuch({ form, typed }: Filled) {
  const [first = ''] = form.texts
  return { ...typed, [first]: `${typed[first]}${'x'.repeat(60_000)}` }
}

/** Opens every form, each in a browser profile of its own, and types into it. What is `gone` is answered with that status. */
export async function openAll(
  browser: Browser,
  scripts: boolean,
  desk: string,
  forms: Forms,
  typing = asItIs,
  gone?: { url: string; status: number },
) {
  const opened: [string, Opened][] = []
  for (const [name, form] of forms) {
    const extraHTTPHeaders = { 'x-visitor': newAddress() }
    const context = await browser.newContext({ javaScriptEnabled: scripts, extraHTTPHeaders })
    context.setDefaultTimeout(20_000)
    if (gone) await context.route(gone.url, route => route.fulfill({ status: gone.status }))
    const path = await form.page()
    if (form.by) await comeAs(context, form.by)
    const page = await context.newPage()
    const address = new URL(path, desk).href
    await page.goto(address)
    const mark = newMark()
    const one = { form, page, path, address, mark, typed: form.typed(mark) }
    await fillIn(page, typing(one))
    opened.push([name, one])
  }
  return opened
}

/** What became of each form, by its name; a fault is its own outcome, so that one does not hide the others. */
export async function outcomes(opened: [string, Opened][], outcome: (opened: Opened) => Promise<unknown>) {
  const found: [string, unknown][] = []
  for (const [name, one] of opened) {
    found.push([name, await outcome(one).catch(String)])
    await one.page.context().close()
  }
  return Object.fromEntries(found)
}

export const allOf = (forms: Forms, outcome: string) =>
  Object.fromEntries(forms.map(([name]) => [name, outcome]))
