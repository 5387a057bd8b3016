import { expect, test } from '@playwright/test'
import { portalPath } from '#src/tickets/paths.ts'
import { asked } from '#tests/support/desk.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { comeAs } from './support/fill-form.ts'

test('After signing out on a shared computer, Back shows nothing of what was read before', async ({
  browser,
}) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const subject = `Left on the pier ${crypto.randomUUID()}`
  const path = portalPath(await asked(person, subject))
  const context = await browser.newContext()
  await comeAs(context, person)
  const page = await context.newPage()
  const answer = await page.goto(path)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
  await page.goto('/tickets')
  await expect(page.getByText(subject)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toHaveText('You are signed out.')
  // With scripts, the source of the page would otherwise still hold what they were given for the one before.
  expect(await page.content()).not.toContain(subject)
  expect(await page.content()).not.toContain(person.name)

  for (let steps = 0; steps < 3; steps += 1) {
    await page.goBack({ waitUntil: 'load' }).catch(() => null)
    if (page.url() === 'about:blank') break
    await expect(page.getByText('You stay signed in on this browser for 7 days.')).toBeVisible()
    await expect(page.getByText(subject)).toHaveCount(0)
  }
})
