import { expect, type Page } from '@playwright/test'
import { demoPassword } from '#src/demo/cast.ts'

/** Signs somebody of the cast in, through the form, as they would. */
export async function signIn(page: Page, person: { email: string }) {
  await page.goto('/sign-in')
  await fillSignIn(page, person)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** Fills in the sign-in form that is shown, and sends it. */
export async function fillSignIn(page: Page, { email }: { email: string }, password = demoPassword) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
