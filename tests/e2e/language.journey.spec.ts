import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { asked } from '#tests/support/desk.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { comeAs } from './support/fill-form.ts'

const text = 'KB-48293 لا يعمل.\n\nأرجو الرد.'
const marked = (page: Page | Locator) => page.locator('[lang="ar"][dir="rtl"]')
const language = (page: Page) => page.getByLabel('Language of this message')

async function pageOf(browser: Browser, person: Actor, extraHTTPHeaders = {}) {
  const context = await browser.newContext({ extraHTTPHeaders })
  await comeAs(context, person)
  return context.newPage()
}

test('A ticket is marked as Arabic, through a mistake and a draft, and is Arabic wherever it is read', async ({
  browser,
}) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const page = await pageOf(browser, person)
  const subject = `KB-48293 المصعد ${crypto.randomUUID().slice(0, 8)}`

  await test.step('the choice is kept when the form is refused, and in a draft', async () => {
    await page.goto('/tickets/new')
    await expect(language(page)).toHaveValue('')
    await page.getByLabel('What happened?').fill(text)
    await language(page).selectOption({ label: 'العربية' })
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await expect(language(page)).toHaveValue('ar')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await expect(page.getByRole('status').first()).toHaveText('Your draft was kept. Nothing was sent.')
    await page.getByRole('link', { name: 'My drafts' }).click()
    await expect(marked(page.getByRole('article'))).toContainText('لا يعمل')
    await page.getByRole('link', { name: 'New ticket' }).click()
    await expect(language(page)).toHaveValue('ar')
    await expect(page.getByLabel('What happened?')).toHaveAttribute('lang', 'ar')
    await page.getByLabel('Subject').fill(subject)
    await page.getByRole('button', { name: 'Open the ticket' }).click()
  })

  await test.step('the requester reads it so, and goes on in it', async () => {
    await expect(marked(page.getByRole('article'))).toContainText('أرجو الرد')
    await expect(marked(page).filter({ hasText: subject })).toHaveCount(1)
    await page.getByRole('link', { name: 'Read your ticket' }).click()
    await expect(marked(page.getByRole('article')).getByRole('paragraph')).toHaveCount(2)
    await expect(marked(page.getByRole('heading', { level: 1 }))).toHaveText(subject)
    await expect(language(page)).toHaveValue('ar')
    await page.goto('/tickets')
    await expect(marked(page)).toHaveText(subject)
  })

  const path = (await page.getByRole('link', { name: subject }).getAttribute('href')) ?? ''

  for (const saveData of ['off', 'on'])
    await test.step(`an agent reads it so, with Save-Data: ${saveData}`, async () => {
      const agent = await pageOf(browser, mira, { 'save-data': saveData })
      for (const below of ['', '/reply']) {
        await agent.goto(`/desk${path}${below}`)
        await expect(marked(agent.getByRole('article'))).toContainText('أرجو الرد')
        await expect(language(agent)).toHaveValue('')
      }
      await agent.goto(`/desk/queues/all?q=${encodeURIComponent(subject)}`)
      await expect(marked(agent)).toHaveText(subject)
      await agent.context().close()
    })
})

test('An agent marks what they write, is told in which language somebody was faster, and goes on in theirs', async ({
  browser,
}) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const reference = await asked(person)
  const agent = await pageOf(browser, mira)
  const page = await pageOf(browser, person)

  await agent.goto(deskPath(reference))
  await page.goto(portalPath(reference))
  await page.getByLabel('Your message').fill(text)
  await language(page).selectOption('ar')
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByRole('status').first()).toHaveText('Your reply was sent.')

  await agent.getByLabel('Your text').fill('Welcher Steg?')
  await language(agent).selectOption('de')
  await agent.getByRole('button', { name: 'Send', exact: true }).click()
  const news = agent.getByRole('region', { name: 'Written while you were typing' })
  await expect(marked(news)).toContainText('لا يعمل')
  await expect(language(agent)).toHaveValue('de')
  await agent.getByRole('button', { name: 'Send anyway' }).click()
  await expect(agent.getByRole('status').first()).toHaveText('Your reply was sent.')
  await expect(agent.locator('[lang="de"][dir="ltr"]')).toHaveText('Welcher Steg?')
  await expect(language(agent)).toHaveValue('de')
})
