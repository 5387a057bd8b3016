import { expect, type Page } from '@playwright/test'
import {
  buttonOn,
  chooseFile,
  fillIn,
  formOn,
  formsWithToken,
  type OpenForm,
  openForm,
} from '#tests/e2e/support/fill-form.ts'
import type { BrowserWire } from '#tests/support/browser-wire.ts'
import type { FormCase } from '#tests/support/every-form.ts'
import { eachPageIsAWish } from '#tests/support/every-form.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { modes, test } from './desk-test.ts'

type Sending = OpenForm & { form: FormCase; file: string; hasScripts: boolean; wire: BrowserWire }

/** The ways in which somebody sends a thing again who is not sure. Each form meets one, and another one in each mode. */
const ways: Record<string, (sending: Sending) => Promise<unknown>> = {
  'with a second click': async ({ page, form, address, wire }) => {
    wire.once({ kind: 'delay', ms: 1500 })
    await buttonOn(page, form).click({ clickCount: 2, delay: 100, noWaitAfter: true })
    await expect(page).not.toHaveURL(wire.address + address)
  },
  'by Back and the button': async sending => {
    const { page, form } = sending
    await sent(page, form)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await sentIfThere(page, sending)
  },
  'in a second tab': async sending => {
    const { page, form, address, wire } = sending
    const tab = await page.context().newPage()
    await tab.goto(wire.address + address)
    await sent(page, form)
    await sentIfThere(tab, sending)
    await tab.close()
  },
}
const all = Object.entries(ways)

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  test.describe(mode, () => {
    for (const [index, [key, form]] of formsWithToken.entries()) {
      if (eachPageIsAWish.includes(key)) continue
      const [way, send] = all[(index + (javaScriptEnabled ? 0 : 1)) % all.length] ?? ['', async () => {}]

      test(`${key}: sent again ${way}, it is done once`, async ({ visit, wire }) => {
        const open = await openForm(await visit(javaScriptEnabled), form, wire.address)
        const { page, mark, typed, done } = open
        await fillIn(page, typed)
        const file = `${mark}.txt`
        const files = await chooseFile(page, file, javaScriptEnabled)
        await send({ ...open, form, file, hasScripts: javaScriptEnabled, wire })
        await expect.poll(done).toBe(1)
        expect(await filesSent(mark)).toEqual(files)
      })
    }
  })

/** Sends the form, and waits until it has led to another page or come back with words. */
async function sent(page: Page, form: FormCase) {
  const before = page.url()
  const refused = page.getByRole('main').getByRole('alert')
  await buttonOn(page, form).click()
  await expect.poll(async () => page.url() !== before || (await refused.count()) > 0).toBe(true)
  // The address changes before the page is there, and there is no going back from a page that is not.
  await page.waitForLoadState()
}

// Where the thing is done, its page may not be there any more.
async function sentIfThere(page: Page, { form, typed, file, hasScripts }: Sending) {
  if ((await formOn(page).count()) === 0) return
  if ((await buttonOn(page, form).count()) === 0) return
  await fillIn(page, typed)
  await chooseFile(page, file, hasScripts)
  await sent(page, form)
}
