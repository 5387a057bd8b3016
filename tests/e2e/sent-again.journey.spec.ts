import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { elif, mira } from '#src/demo/cast.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { signIn } from './support/sign-in.ts'

const already =
  'You had already sent exactly this, so it was not added again. To say it again, change a word.'
const notice = (page: Page) => page.getByRole('status').first()

async function ticketOf(context: BrowserContext): Promise<{ page: Page; reference: string }> {
  const page = await context.newPage()
  await signIn(page, elif)
  return { page, reference: await openTicketAs(page, `Sent again ${crypto.randomUUID()}`) }
}

async function write(page: Page, words: string) {
  await page.getByLabel('Your message').fill(words)
  await page.getByRole('button', { name: 'Send the message' }).click()
}

async function expectOnce(page: Page, reference: string, words: string) {
  await page.goto(`/tickets/${reference}`)
  await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(1)
}

test('Sent, gone back and sent again: the words stand there once, and the page says so', async ({
  context,
}) => {
  const { page, reference } = await ticketOf(context)
  await page.goto(`/tickets/${reference}`)
  await write(page, 'One more thing.')
  await expect(notice(page)).toHaveText('Your reply was sent.')
  await page.goBack()
  await write(page, 'One more thing.')
  // A browser that fetches the page again has a form of its own; one that kept it sends the first one again.
  await expect(notice(page)).toHaveText(/^(You had already sent exactly this|Your reply was sent)/)
  await page.goto(`/tickets/${reference}`)
  await write(page, 'One more thing.')
  await expect(notice(page)).toHaveText(already)
  await page.reload()
  await expectOnce(page, reference, 'One more thing.')
})

test('prg-reload: looking at the answer again sends nothing again', async ({ context }) => {
  const { page, reference } = await ticketOf(context)
  await page.goto(`/tickets/${reference}`)
  await write(page, 'Only this.')
  await expect(notice(page)).toHaveText('Your reply was sent.')
  for (const _ of [1, 2, 3]) await page.reload()
  await expectOnce(page, reference, 'Only this.')
})

test('triple-click: three clicks are one message', async ({ context }) => {
  const { page, reference } = await ticketOf(context)
  await page.goto(`/tickets/${reference}`)
  await page.getByLabel('Your message').fill('Quick fingers.')
  await page.getByRole('button', { name: 'Send the message' }).click({ clickCount: 3 })
  await expect(notice(page)).toContainText('sent')
  await expectOnce(page, reference, 'Quick fingers.')
})

test('Two windows that were open on one ticket say it once', async ({ context }) => {
  const { page: first, reference } = await ticketOf(context)
  const second = await context.newPage()
  for (const page of [first, second]) await page.goto(`/tickets/${reference}`)
  await write(first, 'From two windows.')
  await expect(notice(first)).toHaveText('Your reply was sent.')
  await write(second, 'From two windows.')
  await expect(notice(second)).toHaveText(already)
  await expectOnce(second, reference, 'From two windows.')
})

test('A ticket that is opened, gone back from and opened again is one ticket', async ({ context }) => {
  const page = await context.newPage()
  await signIn(page, elif)
  const subject = `Opened twice ${crypto.randomUUID()}`
  const reference = await openTicketAs(page, subject)
  expect(await openTicketAs(page, subject)).toBe(reference)
  await expect(notice(page)).toHaveText(already)
})

test('“This is fixed”, pressed again after going back, does not close the ticket', async ({ context }) => {
  const { page, reference } = await ticketOf(context)
  await page.goto(`/tickets/${reference}/fixed`)
  for (const _ of [1, 2]) {
    await page.getByRole('button', { name: 'Yes, this is fixed' }).click()
    await expect(notice(page)).toHaveText('Thank you. We have noted that this is fixed.')
    await expect(page.getByText('Solved', { exact: true }).first()).toBeVisible()
    await page.goBack()
  }
})

test('An agent’s reply, sent again from a page that was fetched anew with other fields, changes the fields and is not doubled', async ({
  browser,
  context,
}) => {
  const { reference } = await ticketOf(await browser.newContext())
  const page = await context.newPage()
  await signIn(page, mira)
  await page.goto(`/desk/tickets/${reference}`)
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await page.getByLabel('Your text').fill('Which pier?')
  await send.click()
  await expect(notice(page)).toHaveText('Your reply was sent.')
  await page.goto(`/desk/tickets/${reference}`)
  await page.getByLabel('Your text').fill('Which pier?')
  await page.getByLabel('Priority').selectOption('Urgent')
  await send.click()
  await expect(notice(page)).toContainText('What else you changed was saved.')
  await expect(page.getByRole('article').filter({ hasText: 'Which pier?' })).toHaveCount(1)
  await expect(page.getByRole('complementary').getByText('Urgent', { exact: true })).toBeVisible()
})
