import { expect } from '@playwright/test'
import { elif } from '#src/demo/cast.ts'
import { test } from './support/faulty-desk-test.ts'
import { signIn } from './support/sign-in.ts'

test('What cannot be held when the session has gone comes back to be sent again, and is held then', async ({
  page,
  context,
  desk,
}) => {
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('Twice unlucky')
  await page.getByLabel('What happened?').fill('A long story.\nWith two lines.')
  await context.clearCookies({ name: /holdfast$/ })
  desk.database.cutOnce({ at: /^insert into "held_submissions"/, when: 'refused' })
  await page.getByRole('button', { name: 'Open the ticket' }).click()
  await expect(page.getByText(/Something went wrong on our side/)).toBeVisible()
  await expect(page.getByLabel('Subject')).toHaveValue('Twice unlucky')
  await expect(page.locator('[name="body"]')).toHaveValue('A long story.\nWith two lines.')
  await page
    .getByRole('main')
    .locator('form:has([name="k"]) button[type="submit"]:not([value="attach"])')
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'We kept your new ticket' })).toBeVisible()
})
