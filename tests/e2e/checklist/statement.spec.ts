import { expect, test } from '@playwright/test'
import { chapters } from '#src/accessibility/statement.ts'

test('The statement is one link away from every page, and is there for machines too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibility' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility')
  const lines = page.getByRole('rowheader')
  await expect(lines).toHaveCount(chapters.flatMap(({ criteria }) => criteria).length)

  const machines = await page.getByRole('link', { name: 'for machines' }).getAttribute('href')
  const answer = await context.request.get(machines ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('yaml')
  expect(await answer.text()).toMatch(/^title: "Holdfast Accessibility Conformance Report"$/m)
  await context.close()
})
