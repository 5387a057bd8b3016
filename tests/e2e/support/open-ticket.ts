import { expect, type Page } from '@playwright/test'

/** Opens a ticket through the form, as whoever is signed in. Resolves to its reference, with the dash. */
export async function openTicketAs(
  page: Page,
  subject: string,
  text = 'It happened this morning.',
): Promise<string> {
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What happened?').fill(text)
  await page.getByRole('button', { name: 'Open the ticket' }).click()
  const reference = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await expect(reference).toBeVisible()
  return (await reference.textContent()) ?? ''
}
