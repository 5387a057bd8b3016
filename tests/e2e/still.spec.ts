import { expect, type Page, test } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import { comeAs } from './support/fill-form.ts'
import { untilAtWork } from './support/scripts.ts'

// What is sent as HTML alone is not in what Next's scripts are given, and must not go when they take over.
const rows = (page: Page) => page.locator('tbody tr')
const address = '/desk/queues/all'

test('A table that is sent once is there with scripts, after a form has led on, and after Back', async ({
  page,
}) => {
  const faults: Error[] = []
  page.on('pageerror', fault => faults.push(fault))
  await comeAs(page.context(), mira)
  await page.goto(address)
  const first = await rows(page).first().textContent()
  await untilAtWork(page)
  await expect(rows(page)).toHaveCount(50)
  await page.getByRole('button', { name: 'Take the next ticket' }).click()
  await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible()
  await expect(page.locator('ol.thread > li').first()).toBeVisible()
  await page.goBack()
  await expect(rows(page)).toHaveCount(50)
  expect(await rows(page).first().textContent()).toBe(first)
  expect(faults).toEqual([])
})

test('A table that is sent once stays when something else has changed the page before the scripts came', async ({
  page,
}) => {
  await comeAs(page.context(), mira)
  // As a translator or a password store does; React then builds the page anew.
  await page.addInitScript(() => {
    addEventListener('readystatechange', () => document.querySelector('main h1')?.replaceWith('Changed'), {
      once: true,
      capture: true,
    })
  })
  await page.goto(address)
  await untilAtWork(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All')
  await expect(rows(page)).toHaveCount(50)
})
