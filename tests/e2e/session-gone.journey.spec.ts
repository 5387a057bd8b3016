import { expect, test } from '@playwright/test'
import { ada } from '#src/demo/cast.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { fillSignIn, signIn } from './support/sign-in.ts'

test('A form that is sent after the session ended is back after signing in, for nobody else', async ({
  page,
  context,
}) => {
  // What is held is held for a person, wherever that person opens the form next.
  const writer = await newCustomer()
  await signIn(page, writer)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('Written for an hour')
  await page.getByLabel('What happened?').fill('A long story.\nWith two lines.')
  await page.getByRole('radio', { name: /^Urgent/ }).check()
  await context.clearCookies({ name: /holdfast$/ })
  await page.getByRole('button', { name: 'Open the ticket' }).click()
  await expect(page.getByRole('heading', { name: 'We kept your new ticket' })).toBeVisible()
  // Nor is what the page before knew of its reader left in the source of this one.
  expect(await page.content()).not.toContain(writer.name)

  await test.step('somebody else who signs in there does not see it', async () => {
    await fillSignIn(page, ada)
    await expect(page.getByRole('heading', { name: 'Open a ticket' })).toBeVisible()
    await expect(page.getByLabel('Subject')).toHaveValue('')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('status')).toHaveText('You are signed out.')
  })

  await test.step('who wrote it finds it in its form, not sent', async () => {
    await page.goto('/sign-in?next=/tickets/new')
    await fillSignIn(page, writer)
    await expect(page.getByRole('status')).toContainText('We kept your new ticket. Check it and send.')
    await expect(page.getByLabel('Subject')).toHaveValue('Written for an hour')
    await expect(page.getByLabel('What happened?')).toHaveValue('A long story.\nWith two lines.')
    await expect(page.getByRole('radio', { name: /^Urgent/ })).toBeChecked()
  })

  await test.step('sent, it is held no more', async () => {
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
    await page.goto('/tickets/new')
    await expect(page.getByLabel('Subject')).toHaveValue('')
  })
})
