import { type BrowserContext, expect, type Page } from '@playwright/test'
import {
  buttonOn,
  chooseFile,
  comeAs,
  expectListed,
  fillIn,
  formOn,
  formsWithToken,
  newMark,
} from '#tests/e2e/support/fill-form.ts'
import type { FormCase } from '#tests/support/every-form.ts'
import { filesSent } from '#tests/support/forms/ticket-traces.ts'
import { newAddress } from '#tests/support/visit.ts'
import { modes, test } from './desk-test.ts'

type Waiting = { key: string; form: FormCase; page: Page; address: string; mark: string; files: string[] }

// A page waits as long as the desk tries, so that many of them wait at the same time.
const atOnce = 10
const batches = Array.from({ length: Math.ceil(formsWithToken.length / atOnce) }, (_, batch) =>
  formsWithToken.slice(batch * atOnce, (batch + 1) * atOnce),
)

for (const [mode, javaScriptEnabled] of Object.entries(modes))
  for (const batch of batches)
    test(`${mode}: with the database away these come back filled with 503, and are done once when it is back: ${batch.map(([key]) => key).join(', ')}`, async ({
      browser,
      desk,
    }) => {
      test.setTimeout(180_000)
      const contextOf = people(options =>
        browser.newContext({ ...options, javaScriptEnabled, baseURL: desk.address }),
      )
      const waiting: Waiting[] = []
      for (const [key, form] of batch) {
        // First of all, because some are about somebody who is made with their page.
        const [address, mark] = [await form.page(), newMark()]
        const page = await (await contextOf(form)).newPage()
        await page.goto(address)
        await fillIn(page, form.typed(mark))
        const files = await chooseFile(page, `${mark}-kept.txt`, javaScriptEnabled)
        if (files.length > 0 && !javaScriptEnabled) {
          await page.getByRole('button', { name: 'Attach', exact: true }).click()
          await expectListed(page, files)
        }
        waiting.push({ key, form, page, address, mark, files })
      }

      await desk.database.goAway()
      await Promise.all(waiting.map(one => expectBack(one, javaScriptEnabled)))
      await desk.database.comeBack()
      for (const { key, form, page, address, mark, files } of waiting) {
        expect(await form.done(mark, address), key).toBe(0)
        const { password } = form.typed(mark)
        if (password) await fillIn(page, { password })
        // Without scripts it was chosen before and could not be kept: again, on the page that stands in.
        const late = await chooseFile(page, `${mark}-late.txt`, javaScriptEnabled)
        await page.getByRole('button', { name: 'Try again' }).or(buttonOn(page, form)).click()
        await expect.poll(() => form.done(mark, address), key).toBe(1)
        expect(await filesSent(mark), key).toEqual([...files, ...late])
        expect(late.length, key).toBe(files.length)
      }
      for (const { page } of waiting) await page.close()
    })

/** Sends the form while the database is away, and expects it back with everything in it. */
async function expectBack({ key, form, page, mark, files }: Waiting, javaScriptEnabled: boolean) {
  // With scripts a form waits for the files that are on their way.
  if (!javaScriptEnabled) await chooseFile(page, `${mark}-late.txt`, false)
  const posted = page.waitForResponse(answer => answer.request().method() === 'POST', { timeout: 60_000 })
  await buttonOn(page, form).click({ noWaitAfter: true })
  const answer = await posted
  if (!javaScriptEnabled) expect(answer.status(), key).toBe(503)
  const told = page.getByRole('main').getByRole('alert')
  await expect(told, key).toContainText('Our database did not answer, so nothing was saved.', {
    timeout: 30_000,
  })
  await expect(page, key).toHaveTitle(/^Error: /)
  await expectListed(page, files)
  for (const [name, value] of Object.entries(form.typed(mark))) {
    const kept = form.texts.includes(name) || !javaScriptEnabled
    if (kept)
      await expect(formOn(page).locator(`[name="${name}"]`), key).toHaveValue(
        name === 'password' ? '' : value,
      )
  }
}

type Options = { extraHTTPHeaders: Record<string, string> }

/** One browser for each person. */
function people(open: (options: Options) => Promise<BrowserContext>) {
  const opened = new Map<string, Promise<BrowserContext>>()
  return ({ by }: FormCase) => {
    const one = opened.get(by?.userId ?? '') ?? come(by)
    opened.set(by?.userId ?? '', one)
    return one
  }

  async function come(by: FormCase['by']) {
    const context = await open({ extraHTTPHeaders: { 'x-forwarded-for': newAddress() } })
    if (by) await comeAs(context, by)
    return context
  }
}
