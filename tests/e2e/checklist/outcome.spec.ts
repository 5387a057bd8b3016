import { expect, type Page, test } from '@playwright/test'
import { extractText } from 'unpdf'
import { mira } from '#src/demo/cast.ts'
import { comeAs } from '#tests/e2e/support/fill-form.ts'
import { openTicketAs } from '#tests/e2e/support/open-ticket.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { addressesFor, visitor } from './visits.ts'

test.describe.configure({ mode: 'parallel' })

test('What was done stands above the page, has the focus and begins the title, without scripts', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await comeAs(context, await newCustomer())
  const page = await context.newPage()
  const subject = `The gate stays shut ${Date.now()}`
  const reference = await openTicketAs(page, subject)
  await page.goto(`/tickets/${reference}`)
  await page.getByLabel('Your message').fill('It opened at noon.')
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expectTold(page, 'Your reply was sent.', subject)
  await context.close()

  const desk = await browser.newContext({ javaScriptEnabled: false })
  await comeAs(desk, mira)
  const at = await desk.newPage()
  await at.goto(`/desk/tickets/${reference}/priority`)
  await at.getByRole('radio', { name: /^Urgent/ }).check()
  await at.locator('main form button[type="submit"]').first().click()
  await expectTold(at, 'The ticket was changed.', subject)
  await desk.close()
})

test('A page says the same with scripts and without', async ({ browser }) => {
  test.setTimeout(180_000)
  const [plain, scripted] = [
    await visitor(browser, 'agent', { scripts: false }),
    await visitor(browser, 'agent', { scripts: true }),
  ]
  const [one, other] = [await plain.newPage(), await scripted.newPage()]
  const differing: string[] = []
  for (const address of await addressesFor(plain)) {
    await one.goto(address)
    await other.goto(address, { waitUntil: 'load' })
    const words = await Promise.all([one, other].map(saidOn))
    if (words[0] !== words[1]) differing.push(address)
  }
  expect(differing).toEqual([])
  await plain.close()
  await scripted.close()
})

test('A printed ticket has its reference, its status and every public message, and no controls', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  await comeAs(context, await newCustomer())
  const page = await context.newPage()
  const subject = `Printed on paper ${Date.now()}`
  const long = `The second message.\n${'A line of it.\n'.repeat(30)}`
  const reference = await openTicketAs(page, subject, 'The first message.')
  await page.goto(`/tickets/${reference}`)
  await page.getByLabel('Your message').fill(long)
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expectTold(page, 'Your reply was sent.', subject)

  await page.emulateMedia({ media: 'print' })
  const paper = await readOn(page)
  const printed = [reference, subject, 'Open', 'The first message.', 'The second message.', 'UTC']
  for (const words of printed) expect(paper).toContain(words)
  for (const part of ['nav', 'form', 'button', 'textarea', 'footer', '.skip', '.notice'])
    for (const found of await page.locator(part).all()) await expect(found).toBeHidden()
  const sheets = await extractText(new Uint8Array(await page.pdf({ format: 'A4' })))
  const text = sheets.text.join(' ')
  for (const words of printed) expect(unbroken(text)).toContain(words)
  // What does not fit on the first sheet leaves there what does.
  expect(sheets.text[0]).toContain('The first message.')
  for (const words of ['Send the message', 'Your message', 'Sign out', 'Skip to the content', 'My tickets'])
    expect(text).not.toContain(words)

  // Nor what scripts have put there.
  const scripted = await browser.newContext({ storageState: await context.storageState() })
  const open = await scripted.newPage()
  await open.goto(`/tickets/${reference}`)
  const offer = open.getByRole('button', { name: 'Tell me of new activity' })
  await expect(offer).toBeVisible()
  await open.emulateMedia({ media: 'print' })
  await expect(offer).toBeHidden()
  await scripted.close()

  const desk = await browser.newContext({ javaScriptEnabled: false })
  await comeAs(desk, mira)
  const at = await desk.newPage()
  await at.goto(`/desk/tickets/${reference}`)
  await expect(at.getByRole('link', { name: 'Change the status' })).toBeVisible()
  await at.emulateMedia({ media: 'print' })
  const onPaper = await readOn(at)
  for (const words of printed) expect(onPaper).toContain(words)
  for (const words of ['Change the', 'Look for', 'Your text', 'on a page of its own', 'The desk'])
    expect(onPaper).not.toContain(words)
  await desk.close()
  await context.close()
})

async function expectTold(page: Page, words: string, subject: string) {
  await expect(page.getByRole('status')).toHaveText(words)
  await expect(page.getByRole('status')).toBeFocused()
  const title = await page.title()
  expect(title.startsWith(`${words} `)).toBe(true)
  expect(title).toContain(subject)
}

/**
 * What the page says, but for what changes by the minute and what scripts offer for files. All is read at one moment, and the page itself is left alone:
 * scripts that take it over a moment later would put back what was taken away, and add what they offer.
 */
async function saidOn(page: Page): Promise<string> {
  const { said, dues } = await page.evaluate(readAll)
  return unbroken(dues.map(unbroken).reduce((rest, due) => rest.replace(due, ''), unbroken(said)))
}

const unbroken = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What can be read on the page, and in its changing parts. It runs in the page. */
function readAll() {
  // biome-ignore lint/performance/useDomNodeTextContent: the text of the source holds what is hidden, too
  const read = (part: HTMLElement) => part.innerText
  return {
    said: read(document.body),
    dues: [...document.querySelectorAll<HTMLElement>('.due, .as-of, .hint[aria-live]')].map(read),
  }
}

/** What can be read on the page: what its styles hide is not. */
function readOn(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the text of the source holds what is hidden, too
  return page.locator('body').innerText()
}
