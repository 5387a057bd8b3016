import { expect, type Page, test } from '@playwright/test'
import { elif, mira } from '#src/demo/cast.ts'
import { dueWords } from '#src/sla/due-words.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { asked } from '#tests/support/desk.ts'
import { comeAs } from './support/fill-form.ts'

// The clock of the page is the test's, so that half an hour takes no time. It is wrong by years, as some are.
const minute = 60_000
const due = (page: Page) => page.locator('main .due').first()
const words = (page: Page) => due(page).locator('span')

/** An urgent ticket, whose first reply is due in half an hour. */
const urgent = () => asked(elif, `Left on the pier ${crypto.randomUUID()}`, 'urgent')

async function momentIn(page: Page, part: string) {
  const written = await page.locator(part).first().getAttribute('datetime')
  return new Date(written ?? '')
}

/** What the server would say on this page, so many minutes after it was read. */
async function saidAfter(page: Page, minutes: number) {
  const [dueAt, readAt] = [await momentIn(page, 'main .due time'), await momentIn(page, '.as-of time')]
  return dueWords(dueAt, new Date(readAt.getTime() + minutes * minute), 'first-response', readAt)
}

async function openAs(page: Page, person: { userId: string }, path: string) {
  await page.clock.install({ time: '2031-05-06T12:00:00Z' })
  await comeAs(page.context(), person)
  await page.goto(path)
  // What keeps the page right is there when it offers to look for what is new.
  await expect(page.getByRole('button', { name: 'Tell me of new activity' })).toBeVisible()
}

test('Due times of an open page stay right by the words of the server, and nothing else changes', async ({
  page,
}) => {
  const reference = await urgent()
  await openAs(page, mira, deskPath(reference))
  await expect(words(page)).toHaveText(/^First reply due in (29|28) minutes$/)
  await page.getByLabel('Your text').focus()
  const place = await page.getByLabel('Your text').boundingBox()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))

  await page.clock.fastForward(10 * minute)
  await expect(words(page)).toHaveText(/^First reply due in (19|18) minutes$/)
  await expect(page.locator('.facts .due span').first()).toHaveText((await words(page).textContent()) ?? '')
  await expect(page.getByLabel('Your text')).toBeFocused()
  expect(await page.getByLabel('Your text').boundingBox()).toEqual(place)
  expect(await due(page).evaluate(element => element.closest('[aria-live], [role=status]'))).toBeNull()

  await test.step('what has become due meanwhile may have been done, so it is not called late', async () => {
    await page.clock.fastForward(25 * minute)
    await expect(words(page)).toHaveText(/^First reply was due [56] minutes ago$/)
    await expect(due(page)).not.toHaveClass(/late/)
    await expect(page.locator('.as-of')).toContainText(/^As of \d+ \w+ \d{4}, \d\d:\d\d UTC\./)
  })
  expect(requests.filter(address => !address.includes('/_next/static/'))).toEqual([])
})

test('In a table that is sent as HTML alone they stay right as well, also on the next day', async ({
  page,
}) => {
  const reference = await urgent()
  await openAs(page, mira, `/desk/queues/all?q=${formatReference(reference)}`)
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(words(page)).toHaveText(await saidAfter(page, 0))
  await page.clock.fastForward(10 * minute)
  await expect(words(page)).toHaveText(/^First reply due in (19|18) minutes$/)
  const hour = (await due(page).locator('time').textContent()) ?? ''
  await page.clock.fastForward(24 * 60 * minute)
  await expect(words(page)).toHaveText('First reply was due 23 hours ago')
  await expect(due(page).locator('time')).toHaveText(new RegExp(`^\\d+ \\w+, ${hour.slice(-9)}$`))
})

test('After a device has slept, or its clock was set, the server is asked for the time; without an answer the page says what was so', async ({
  page,
}) => {
  const reference = await urgent()
  await openAs(page, elif, portalPath(reference))
  await page.clock.fastForward(10 * minute)
  await expect(words(page)).toHaveText(/^First reply due in (19|18) minutes$/)

  await page.route('**/icon.svg', route => route.abort())
  await page.clock.setSystemTime('2031-05-06T20:00:00Z')
  await page.clock.fastForward(minute)
  await expect(words(page)).toHaveText(await saidAfter(page, 0))

  // The server's clock has not gone on with that of the test.
  await page.unroute('**/icon.svg')
  const told = page.waitForResponse('**/icon.svg')
  await page.clock.fastForward(minute)
  expect((await told).request().method()).toBe('HEAD')
  await expect(words(page)).toHaveText(/^First reply due in (29|28|27) minutes$/)
  await page.clock.fastForward(5 * minute)
  await expect(words(page)).toHaveText(/^First reply due in (24|23|22) minutes$/)
})

test('Without scripts, and in the light version, a page says when it was read', async ({ browser }) => {
  const reference = await urgent()
  for (const way of [{ javaScriptEnabled: false }, { extraHTTPHeaders: { 'save-data': 'on' } }]) {
    const context = await browser.newContext(way)
    await comeAs(context, elif)
    const page = await context.newPage()
    await page.goto(portalPath(reference))
    await expect(page.locator('.as-of')).toHaveText(/^As of \d+ \w+ \d{4}, \d\d:\d\d UTC\.$/)
    await context.close()
  }
})
