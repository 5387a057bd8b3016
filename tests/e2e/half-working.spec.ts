import { expect, type Page, type Route, test } from '@playwright/test'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { comeAs, expectFilled, newMark } from './support/fill-form.ts'
import { scriptsOf, untilAtWork } from './support/scripts.ts'

// Browsers that are old, locked down or at the end of a poor line: scripts are asked for, and what comes is not what was
// written. Whatever comes, the page is the one that works without scripts.
const scripts = '**/_next/static/**/*.js'
const never = () => new Promise<void>(() => {})
const garbage = (route: Route) =>
  route.fulfill({ contentType: 'text/javascript', body: 'const { = "half of' })

const troubles: Record<string, (route: Route) => Promise<void>> = {
  'hangs for ever': never,
  'answers garbage': garbage,
  'answers 404': route =>
    route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }),
  'answers only the first half': async route => {
    const text = await (await fetch(route.request().url())).text()
    await route.fulfill({ contentType: 'text/javascript', body: text.slice(0, text.length / 2) })
  },
}

/** `load` never comes where a script hangs. */
const open = (page: Page, path: string) => page.goto(path, { waitUntil: 'domcontentloaded' })

async function readsAndSends(page: Page) {
  const mark = newMark()
  await open(page, '/tickets/new')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open a ticket')
  await page.getByLabel('Subject').fill('X')
  await page.getByLabel('What happened?').fill(`It left without ${mark}.`)
  await page.getByRole('radio', { name: /^High/ }).check()
  await page.getByRole('button', { name: 'Open the ticket' }).click({ noWaitAfter: true })
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Write a subject')
  await expectFilled(page, { subject: 'X', body: `It left without ${mark}.`, priority: 'high' })
  await page.getByLabel('Subject').fill(mark)
  await page.getByRole('button', { name: 'Open the ticket' }).click({ noWaitAfter: true })
  await expect(page.getByRole('heading', { name: 'We have your ticket' })).toBeVisible()
}

for (const [what, happens] of Object.entries(troubles))
  test(`Every script ${what}: a form is read, refused in words and sent all the same`, async ({ page }) => {
    await comeAs(page.context(), elif)
    await page.route(scripts, happens)
    await readsAndSends(page)
  })

test('One script of many is broken or never comes, whichever: the page stays and its form is sent', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await comeAs(page.context(), elif)
  const paths = await scriptsOf(page, '/tickets/new')
  expect(paths.length).toBeGreaterThan(4)
  for (const [place, path] of paths.entries())
    await test.step(path, async () => {
      await page.route(path, place % 2 ? garbage : never)
      await readsAndSends(page)
      await page.unroute(path)
    })
})

test('One script of many fails when the others are there, whichever: what is being typed stays and is sent', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await comeAs(page.context(), elif)
  const paths = await scriptsOf(page, '/tickets/new')
  for (const [place, path] of paths.entries())
    await test.step(path, async () => {
      let fail = () => {}
      const othersAreThere = new Promise<void>(resolve => {
        fail = resolve
      })
      const failed = new Promise<void>((resolve, reject) => {
        const answer = async (route: Route) => {
          await othersAreThere
          await (place % 2
            ? route.abort('connectionreset')
            : route.fulfill({ status: 404, body: 'Not found' }))
        }
        page.route(path, route => answer(route).then(resolve, reject)).catch(reject)
      })
      await open(page, '/tickets/new')
      await page.getByLabel('Subject').fill('Half past')
      await expect(async () => {
        const there = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name }) => name),
        )
        expect(paths.filter(other => other !== path && !there.includes(other))).toEqual([])
      }).toPass()
      fail()
      await failed
      // A task after the event, in which the page would be replaced.
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))))
      await expect(page.getByLabel('Subject')).toHaveValue('Half past')
      await page.getByLabel('Subject').fill('X')
      await page.getByRole('button', { name: 'Open the ticket' }).click({ noWaitAfter: true })
      await expect(page.getByRole('main').getByRole('alert')).toContainText('Write a subject')
      await page.unroute(path)
    })
})

for (const [what, happens] of Object.entries({
  never,
  aborted: (route: Route) => route.abort('connectionreset'),
}))
  test(`What is fetched when the page is alive does not come (${what}): the form is sent all the same`, async ({
    page,
  }) => {
    await comeAs(page.context(), elif)
    const ofThePage = await scriptsOf(page, '/tickets/new')
    let later = 0
    await page.route(scripts, route => {
      if (ofThePage.includes(route.request().url())) return route.continue()
      later += 1
      return happens(route)
    })
    await page.goto('/tickets/new')
    await expect.poll(() => later).toBeGreaterThan(0)
    await page.getByLabel('Subject').fill('X')
    await page.getByRole('button', { name: 'Open the ticket' }).click({ noWaitAfter: true })
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Write a subject')
  })

/** Lets no script through until it is told to. */
async function holdScripts(page: Page) {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(scripts, route => released.then(() => route.continue()))
  return async () => {
    release()
    await untilAtWork(page)
  }
}

test('Scripts that come after somebody has begun to type lose no text, choice, focus or place in the text', async ({
  page,
}) => {
  await comeAs(page.context(), elif)
  const release = await holdScripts(page)
  await open(page, '/tickets/new')
  await page.getByLabel('Subject').fill('Half past')
  await page.getByRole('radio', { name: /^High/ }).check()
  const body = page.getByLabel('What happened?')
  await body.fill('It left early.')
  for (let letter = 0; letter < 6; letter += 1) await body.press('ArrowLeft')
  await release()
  await expectFilled(page, { subject: 'Half past', priority: 'high', body: 'It left early.' })
  await page.keyboard.type('too ')
  await expect(body).toBeFocused()
  await expect(body).toHaveValue('It left too early.')
})

test('Scripts that come late leave a list and a tick as they were chosen', async ({ page }) => {
  await comeAs(page.context(), ada)
  for (const [path, choose, expectChosen] of [
    [
      '/admin/agents/invite',
      () => page.getByRole('combobox', { name: 'Team' }).selectOption('parcels'),
      () => expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue('parcels'),
    ],
    [
      '/account',
      () => page.getByRole('checkbox').nth(1).check(),
      () => expect(page.getByRole('checkbox').nth(1)).toBeChecked(),
    ],
  ] as const) {
    const release = await holdScripts(page)
    await open(page, path)
    await choose()
    await release()
    await expectChosen()
    await page.unroute(scripts)
  }
})

test('Scripts that come late leave the filters and the rows of a queue as they are', async ({ page }) => {
  await comeAs(page.context(), mira)
  const release = await holdScripts(page)
  await open(page, '/desk/queues/all')
  await page.getByText('Filter this queue').first().click()
  await page.getByLabel('Priority').selectOption('urgent')
  await page.getByLabel('Subject or reference').fill('ferry')
  await release()
  await expect(page.getByLabel('Priority')).toHaveValue('urgent')
  await expect(page.getByLabel('Subject or reference')).toHaveValue('ferry')
  await expect(page.locator('tbody tr')).toHaveCount(50)
})
