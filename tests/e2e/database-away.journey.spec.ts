import { expect } from '@playwright/test'
import { elif } from '#src/demo/cast.ts'
import { test } from './support/faulty-desk-test.ts'
import { signIn } from './support/sign-in.ts'

test('db-down-html: a page whose database is away says so in words, and is there when it is back', async ({
  page,
  desk,
}) => {
  await signIn(page, elif)
  await desk.database.goAway()
  const answer = await page.goto('/tickets')
  expect(answer?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not available right now')
  await desk.database.comeBack()
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My tickets')
})
