import { expect, type Page, test } from '@playwright/test'
import { newCustomer } from '#tests/support/newcomers.ts'
import { signIn } from './support/sign-in.ts'

// What scripts add to drafts. The clock of the page is the test's, so that ten seconds take none.
async function writing(page: Page, text: string) {
  await page.clock.install()
  await signIn(page, await newCustomer())
  await page.goto('/tickets/new')
  await page.clock.pauseAt(Date.now() + 60_000)
  // A browser asks before a page is left only when somebody has really touched it.
  await page.getByLabel('What happened?').pressSequentially(text)
}

const status = (page: Page) => page.locator('form [aria-live=polite]').last()
const leaving = (page: Page) => {
  let asked = 0
  page.on('dialog', dialog => {
    asked += 1
    return dialog.accept()
  })
  return async () => {
    await page.getByRole('link', { name: 'Help with this page' }).click()
    await expect(page).toHaveURL(/\/help$/)
    return asked
  }
}

test('What is being typed is saved as a draft every ten seconds, and that is said once', async ({ page }) => {
  const posts: string[] = []
  page.on('request', request => request.method() === 'POST' && posts.push(request.url()))
  await writing(page, 'It began')
  posts.length = 0
  await page.clock.fastForward(10_000)
  await expect(status(page)).toHaveText('Your draft is saved as you write.')
  for (const letter of ' on Monday') await page.getByLabel('What happened?').press(letter)
  await page.clock.fastForward(9000)
  expect(posts).toHaveLength(1)
  await page.clock.fastForward(1000)
  await expect.poll(() => posts.length).toBe(2)
  await expect(page.getByLabel('What happened?')).toHaveValue('It began on Monday')

  await test.step('leaving asks nothing, and the text is there again', async () => {
    await expect(page.locator('input[name=draft]')).toHaveValue('2')
    expect(await leaving(page)()).toBe(0)
    await page.goto('/tickets/new')
    await expect(page.getByLabel('What happened?')).toHaveValue('It began on Monday')
    await page.getByRole('button', { name: 'Throw the draft away' }).click()
    await expect(page.getByLabel('What happened?')).toHaveValue('')
  })
})

test('Leaving asks first when the text could not be saved', async ({ page }) => {
  await writing(page, 'It began')
  await page.route('**/tickets/new', route => route.abort())
  const failed = page.waitForEvent('requestfailed')
  await page.clock.fastForward(10_000)
  await failed
  await page.unroute('**/tickets/new')
  expect(await leaving(page)()).toBe(1)
})

test('A form that nobody wrote in is left without a question', async ({ page }) => {
  await signIn(page, await newCustomer())
  await page.goto('/tickets/new')
  await page.getByRole('radio', { name: /^High/ }).check()
  expect(await leaving(page)()).toBe(0)
})
