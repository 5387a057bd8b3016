import { expect, test } from '@playwright/test'
import { countTry } from '#src/lib/rate-limit.ts'
import { newEmail } from '#tests/support/identity.ts'
import { fillSignIn } from './support/sign-in.ts'

test('Too many tries to sign in are refused in words, with 429 and when to come back, and the address is kept', async ({
  page,
}) => {
  // What others tried before: as often as one account may be tried from anywhere.
  const email = newEmail()
  for (let tries = 0; tries < 50; tries++) await countTry([{ key: `sign-in of ${email}`, most: 50 }])
  await page.goto('/sign-in')
  const answered = page.waitForResponse(response => response.request().method() === 'POST')
  await fillSignIn(page, { email }, 'a guess')
  const answer = await answered
  await expect(
    page.getByText(/^There were too many tries\. Wait \d+ minutes, then try again\.$/),
  ).toBeVisible()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByLabel('Email address')).toHaveValue(email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  // Next's scripts throw away what has another status than 200, so they are told in words alone.
  if (!answer.request().isNavigationRequest()) return
  expect(answer.status()).toBe(429)
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(60 * 10)
})
