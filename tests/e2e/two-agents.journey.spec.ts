import { type Browser, expect, type Page, test } from '@playwright/test'
import { elif, jonas, mira } from '#src/demo/cast.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { signIn } from './support/sign-in.ts'

const pageOf = async (browser: Browser, person: { email: string }) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  return page
}

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click()
const facts = (page: Page) => page.getByRole('complementary')

test('Two agents at one ticket: one takes it, the other reads who; what both touch is told, the rest merges', async ({
  browser,
}) => {
  const customer = await pageOf(browser, elif)
  const reference = await openTicketAs(customer, `Two at once ${Date.now()}`)
  const [first, second] = [await pageOf(browser, mira), await pageOf(browser, jonas)]
  for (const page of [first, second]) await page.goto(`/desk/tickets/${reference}`)

  await test.step('the slower one reads who was faster', async () => {
    await first.getByRole('button', { name: 'Take it' }).click()
    await expect(first.getByRole('status').first()).toHaveText('You have taken this ticket.')
    await second.getByRole('button', { name: 'Take it' }).click()
    await expect(second.getByRole('main').getByRole('alert')).toContainText(
      `This ticket is already taken by ${mira.name}.`,
    )
    await expect(second).toHaveTitle(/^Error: /)
  })

  await test.step('different fields both stand', async () => {
    for (const page of [first, second]) await page.goto(`/desk/tickets/${reference}`)
    await first.getByLabel('Priority').selectOption('Urgent')
    await send(first)
    await second.getByLabel('Status').selectOption('Pending')
    await send(second)
    await expect(facts(second).getByText('Urgent', { exact: true })).toBeVisible()
    await expect(facts(second).getByText('Pending', { exact: true })).toBeVisible()
  })

  await test.step('the same field is told to the second', async () => {
    for (const page of [first, second]) await page.goto(`/desk/tickets/${reference}`)
    await first.getByLabel('Priority').selectOption('Low')
    await send(first)
    await expect(first.getByRole('status').first()).toHaveText('The ticket was changed.')
    await second.getByLabel('Priority').selectOption('High')
    await send(second)
    await expect(second.getByLabel('Priority')).toHaveAccessibleDescription(
      /A colleague set the priority to “Low”/,
    )
    await expect(second.getByLabel('Priority')).toHaveValue('high')
  })

  await test.step('a message in between is shown, and the text is kept until it is sent or kept as a draft', async () => {
    for (const page of [first, second]) await page.goto(`/desk/tickets/${reference}`)
    await first.getByLabel('Your text').fill('I have called them.')
    await send(first)
    await expect(first.getByRole('status').first()).toHaveText('Your reply was sent.')
    await second.getByLabel('Your text').fill('Shall I call them?')
    await send(second)
    const news = second.getByRole('region', { name: 'Written while you were typing' })
    await expect(news).toContainText('I have called them.')
    await expect(second.getByLabel('Your text')).toHaveValue('Shall I call them?')
    await second.getByRole('button', { name: 'Keep as draft' }).click()
    await expect(second.getByRole('status').first()).toContainText('Your draft was kept.')
    await expect(second.getByLabel('Your text')).toHaveValue('Shall I call them?')
  })
})
