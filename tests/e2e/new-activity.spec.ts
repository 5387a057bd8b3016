import { expect, type Page, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { elif, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring } from '#tests/support/desk.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { comeAs } from './support/fill-form.ts'

const minute = 60_000
const offer = 'Tell me of new activity'
const found = 'There is new activity. Load this page again'
const button = (page: Page, name = offer) => page.getByRole('button', { name, exact: true })
const told = (page: Page) => page.locator('.as-of').getByRole('status')

/** The page with a clock of the test, and the heads that it asks for from now on. */
async function watching(page: Page, person: { userId: string }, path: string) {
  await page.clock.install()
  await comeAs(page.context(), person)
  const asking: string[] = []
  page.on('request', request => request.method() === 'HEAD' && asking.push(new URL(request.url()).pathname))
  await page.goto(path)
  await expect(button(page)).toBeVisible()
  await page.clock.pauseAt(Date.now() + minute)
  return asking
}

async function begin(page: Page) {
  await button(page).click()
  await expect(told(page)).toHaveText('Nothing is new so far. This page looks again every minute.')
}

/** Lets a minute pass, and the question that is asked then be answered. */
async function aMinuteLater(page: Page) {
  const answer = page.waitForResponse(response => response.request().method() === 'HEAD')
  await page.clock.fastForward(minute)
  return (await answer).status()
}

test('An agent who wants it is told of new activity; what they write is left alone, and is there after loading again', async ({
  page,
}) => {
  const reference = await asked(elif, `Left on the pier ${crypto.randomUUID()}`)
  const asking = await watching(page, mira, deskPath(reference))
  await page.clock.fastForward(5 * minute)
  expect(asking).toEqual([])
  await begin(page)
  await page.getByLabel('Your text').pressSequentially('I am looking')
  expect(await aMinuteLater(page)).toBe(304)
  await act(reply, elif, { reference, seen: 0, body: 'It is a red one.' })
  expect(await aMinuteLater(page)).toBe(200)
  await expect(told(page)).toHaveText(found)
  await expect(page.getByLabel('Your text')).toBeFocused()
  await expect(page.getByLabel('Your text')).toHaveValue('I am looking')
  await expect(page.getByRole('article')).toHaveCount(1)

  await test.step('it does not ask again for what it has found', async () => {
    const before = asking.length
    await page.clock.fastForward(5 * minute)
    expect(asking).toHaveLength(before)
  })

  await page.getByRole('link', { name: 'Load this page again' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByRole('status').first()).toHaveText(
    'Your draft was kept. There is something new since you looked.',
  )
  await expect(page.getByLabel('Your text')).toHaveValue('I am looking')
  await expect(told(page)).toHaveText('')
})

test('A customer hears nothing of an internal note, and of a reply they do', async ({ page }) => {
  const reference = await asked(elif, `Left on the pier ${crypto.randomUUID()}`)
  await watching(page, elif, portalPath(reference))
  await begin(page)
  await bring(reference, mira, { note: 'She has called before.' })
  expect(await aMinuteLater(page)).toBe(304)
  await bring(reference, mira, { reply: 'We have found it.' })
  expect(await aMinuteLater(page)).toBe(200)
  await expect(told(page)).toHaveText(found)
})

test('Nothing is asked out of sight, and who has heard enough says so', async ({ page }) => {
  // Of the whole queue other tests would tell it news.
  const reference = await asked(elif, `Left on the pier ${crypto.randomUUID()}`)
  const asking = await watching(page, mira, `/desk/queues/all?q=${formatReference(reference)}`)
  await begin(page)
  const hide = (hidden: boolean) =>
    page.evaluate(value => {
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await hide(true)
  await page.clock.fastForward(10 * minute)
  expect(asking).toHaveLength(1)
  const answer = page.waitForResponse(response => response.request().method() === 'HEAD')
  await hide(false)
  await answer
  expect(asking).toEqual(['/desk/queues/all', '/desk/queues/all'])
  await button(page, 'Stop telling me').click()
  await expect(told(page)).toHaveText('This page no longer looks for new activity.')
  await page.clock.fastForward(10 * minute)
  expect(asking).toHaveLength(2)
})

test('Who is signed out learns nothing, and who cannot be answered is told so', async ({ page }) => {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  const reference = await asked(person)
  await watching(page, person, portalPath(reference))
  const ended = 'This page cannot look for new activity any more. Load it again.'
  await begin(page)
  await page.route('**', route => (route.request().method() === 'HEAD' ? route.abort() : route.continue()))
  for (const _ of [1, 2, 3]) {
    const failed = page.waitForEvent('requestfailed')
    await expect(told(page)).not.toHaveText(ended)
    await page.clock.fastForward(minute)
    await failed
  }
  await expect(told(page)).toHaveText(ended)
  await page.unroute('**')
  await begin(page)
  await db.delete(session).where(eq(session.userId, person.userId))
  await bring(reference, mira, { reply: 'We have found it.' })
  await page.clock.fastForward(minute)
  await expect(told(page)).toHaveText(ended)
})

test('A ticket that is not one’s own looks like none, also to who asks for its head alone', async ({
  page,
  request,
}) => {
  const reference = await asked(mira, `Left on the pier ${crypto.randomUUID()}`)
  await comeAs(page.context(), elif)
  for (const path of [portalPath(reference), deskPath(reference), '/tickets/AAAA-AAAA']) {
    const answer = await page.request.head(path)
    expect(answer.status()).toBe(404)
    expect(answer.headers()).not.toHaveProperty('etag')
  }
  const stranger = await request.head(portalPath(reference), { maxRedirects: 0 })
  expect([stranger.status(), stranger.headers().etag]).toEqual([303, undefined])
})

test('Who saves data, or reads the light version, is not offered it', async ({ browser }) => {
  const light = await browser.newContext({ extraHTTPHeaders: { 'save-data': 'on' } })
  await comeAs(light, mira)
  const page = await light.newPage()
  await page.goto('/desk/queues/all')
  await expect(page.locator('.as-of')).not.toHaveAttribute('data-version')
  await expect(page.getByRole('link', { name: 'Look for new activity' })).toBeVisible()
  await light.close()
})

test('What is offered by scripts moves nothing on the page', async ({ browser }) => {
  const reference = await asked(elif, 'Left on the pier')
  for (const width of [1280, 320]) {
    const places = []
    for (const javaScriptEnabled of [false, true]) {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })
      await comeAs(context, elif)
      const page = await context.newPage()
      await page.goto(portalPath(reference))
      if (javaScriptEnabled) await expect(button(page)).toBeVisible()
      places.push((await page.getByRole('heading', { name: 'Messages' }).boundingBox())?.y)
      await context.close()
    }
    expect(Math.abs((places[0] ?? 0) - (places[1] ?? Number.NaN)), `at ${width} pixels`).toBeLessThan(3)
  }
})
