import { expect, type Page, test } from '@playwright/test'
import { elif, jonas } from '#src/demo/cast.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { signIn } from './support/sign-in.ts'

const said = (page: Page) => page.getByRole('status').first()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('One draft a ticket: each of its pages shows it or leads to it, and it can be thrown away', async ({
  page,
  browser,
}) => {
  const customer = await (await browser.newContext()).newPage()
  await signIn(customer, elif)
  const reference = await openTicketAs(customer, `Drafts of an agent ${Date.now()}`)
  await signIn(page, jonas)
  await page.goto(`/desk/tickets/${reference}`)
  await page.getByRole('radio', { name: /^An internal note/ }).check()
  await page.getByLabel('Your text').fill('Ask the harbour master first.')
  await press(page, 'Save draft')
  await expect(said(page)).toHaveText('Your draft was kept. Nothing was sent.')
  await expect(page.getByLabel('Your text')).toHaveValue('Ask the harbour master first.')
  await expect(page.getByRole('radio', { name: /^An internal note/ })).toBeChecked()

  await test.step('a note never slips into the page of a reply', async () => {
    await page.goto(`/desk/tickets/${reference}/reply`)
    await expect(page.getByLabel('Your reply')).toHaveValue('')
    await page.getByRole('link', { name: 'Go on with that draft' }).click()
    await expect(page.getByLabel('Your text')).toHaveValue('Ask the harbour master first.')
  })

  await test.step('another page does not overwrite it unseen', async () => {
    await page.goto(`/desk/tickets/${reference}/reply`)
    await page.getByLabel('Your reply').fill('We are looking into it.')
    await press(page, 'Save draft')
    const news = page.getByRole('region', { name: 'Written while you were typing' })
    await expect(news).toContainText('Ask the harbour master first.')
    await expect(page.getByLabel('Your reply')).toHaveValue('We are looking into it.')
  })

  await test.step('thrown away, it is gone, and the customer saw nothing of it', async () => {
    await page.goto(`/desk/tickets/${reference}`)
    await press(page, 'Throw the draft away')
    await expect(said(page)).toHaveText('Your draft was thrown away.')
    await expect(page.getByLabel('Your text')).toHaveValue('')
    await customer.goto(`/tickets/${reference}`)
    await expect(customer.getByText('harbour master')).toBeHidden()
  })
})
