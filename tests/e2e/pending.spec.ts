import { expect, type Page, type Route, test } from '@playwright/test'
import { elif } from '#src/demo/cast.ts'
import { comeAs, newMark } from './support/fill-form.ts'

// With scripts. Without them the key of the form makes it count once: `triple-click`.
const button = (page: Page) => page.getByRole('button', { name: 'Open the ticket' })
const notice = (page: Page) => page.locator('main [aria-live=polite]').filter({ hasText: 'Sending' })

/** Holds the answer to the form back until `answer` is called, and counts how often it was sent. */
async function held(page: Page) {
  const posts: string[] = []
  let answer = () => {}
  const wanted = new Promise<void>(resolve => {
    answer = resolve
  })
  await page.route('**/tickets/new', async (route: Route) => {
    if (route.request().method() !== 'POST') return route.continue()
    posts.push(route.request().url())
    await wanted
    await route.continue()
  })
  return { posts, answer }
}

async function written(page: Page, subject = newMark()) {
  await comeAs(page.context(), elif)
  await page.goto('/tickets/new', { waitUntil: 'networkidle' })
  await page.getByLabel('What happened?').fill('The 7:40 left without me.')
  await page.getByLabel('Subject').fill(subject)
}

test('Two clicks, and Enter besides, are one request; the button keeps the focus, and the wait is told once', async ({
  page,
}) => {
  // It is refused, because React would send what waits behind a refusal, and nothing behind a page that has gone.
  await written(page, 'X')
  // Every text that a polite region of the page ever has, by the regions that were there before.
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    for (const region of document.querySelectorAll('main [aria-live=polite]'))
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        childList: true,
        subtree: true,
      })
  })
  const { posts, answer } = await held(page)
  await button(page).click()
  await button(page).click()
  await page.getByLabel('Subject').press('Enter')
  await button(page).focus()
  await expect(notice(page)).toHaveText('Sending. This takes a moment.')
  await expect(button(page)).toBeFocused()
  await expect(button(page)).toBeEnabled()
  await expect(page.locator('main form')).toHaveAttribute('aria-busy', 'true')
  expect(posts).toHaveLength(1)
  expect(await page.evaluate(() => Reflect.get(window, 'said'))).toEqual(['Sending. This takes a moment.'])
  answer()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Write a subject')
  expect(posts).toHaveLength(1)
})

test('An answer that comes at once is not announced beforehand', async ({ page }) => {
  await page.clock.install()
  await written(page)
  await page.clock.pauseAt(Date.now() + 60_000)
  await button(page).click()
  await expect(page.getByRole('heading', { name: 'We have your ticket' })).toBeVisible()
  await expect(notice(page)).toHaveCount(0)
})
