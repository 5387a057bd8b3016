import { expect, type Page } from '@playwright/test'
import { buttonOn, chooseFile, fillIn, formsWithToken, openForm } from '#tests/e2e/support/fill-form.ts'
import { untilPatient } from '#tests/e2e/support/scripts.ts'
import type { BrowserFault, BrowserWire } from '#tests/support/browser-wire.ts'
import type { FormCase } from '#tests/support/every-form.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { test } from './desk-test.ts'

const places: [string, BrowserFault][] = [
  ['before the request arrives', { kind: 'drop' }],
  ['half-way through the body', { kind: 'cut-request', bytes: 300 }],
  ['during the response', { kind: 'cut-answer', bytes: 60 }],
]

const worst = ['after the commit and before the response', { kind: 'cut-answer', bytes: 0 }] as const

// Without scripts the browser says by itself that the line is broken, and refreshing that sends the form again. Every
// form meets the worst of it, where all is done and nobody hears of it, and one other place.
for (const [index, [key, form]] of formsWithToken.entries())
  for (const [where, fault] of [worst, ...places.slice(index % places.length).slice(0, 1)])
    test(`${key}: when the line breaks ${where}, it is done once after refreshing`, async ({
      visit,
      wire,
    }) => {
      const { page, there, done, mark, files } = await begun(visit, false, wire, form)
      wire.once(fault)
      // It waits until the browser shows what came of it: another page, or its own words about the line.
      await buttonOn(page, form).click()
      await expect(async () => {
        await page.reload()
        await expect(page).toHaveURL(url => url.href.startsWith(wire.address) && url.href !== there)
      }).toPass()
      expect(await done()).toBe(1)
      expect(await filesSent(mark)).toEqual(files)
      expect(wire.pending).toBe(false)
    })

// With scripts the form sends itself again. Each meets another place than without them.
for (const [index, [key, form]] of formsWithToken.entries())
  for (const [where, fault] of [[worst, ...places][index % 4] ?? worst])
    test(`${key}: when the line breaks ${where}, the form goes on by itself and is done once`, async ({
      visit,
      wire,
    }) => {
      const { page, there, done, mark, files } = await begun(visit, true, wire, form)
      await untilPatient(page)
      wire.once(fault)
      await buttonOn(page, form).click()
      await expect(page).not.toHaveURL(there)
      expect(await done()).toBe(1)
      expect(await filesSent(mark)).toEqual(files)
      expect(wire.pending).toBe(false)
    })

type Visit = (javaScriptEnabled: boolean) => Promise<Page>

/** Opens the page of a form at the address whose line can be broken, and fills it in. */
async function begun(visit: Visit, hasScripts: boolean, wire: BrowserWire, form: FormCase) {
  const { page, typed, mark, done } = await openForm(await visit(hasScripts), form, wire.address)
  await fillIn(page, typed)
  const files = await chooseFile(page, `${mark}.txt`, hasScripts)
  return { page, there: page.url(), mark, files, done }
}
