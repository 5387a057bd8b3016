import { expect, type Page } from '@playwright/test'
import { elif } from '#src/demo/cast.ts'
import { everyForm } from '#tests/support/every-form.ts'
import { test } from './every-form/desk-test.ts'
import { badGateway, changed, meet } from './support/answers.ts'
import { comeAs, expectFilled, newMark } from './support/fill-form.ts'

// With scripts. Without them the browser itself says that there is no connection, and Back has the text.
const address = '/tickets/new'
const textOf = (mark: string) => `The 7:40 left without ${mark}.\nIt rains.`

async function writing(page: Page, subject: string, mark: string, origin = '') {
  await comeAs(page.context(), elif)
  await page.goto(origin + address)
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What happened?').fill(textOf(mark))
  return page
}

const send = (page: Page) => page.getByRole('button', { name: 'Open the ticket' }).click()
const problem = (page: Page) => page.getByRole('main').getByRole('alert')
const refused = (page: Page) => expect(problem(page)).toContainText('Write a subject')
const kept = (page: Page, subject: string, mark: string) =>
  expectFilled(page, { subject, body: textOf(mark) })

async function openedOnce(page: Page, mark: string) {
  await expect(page.getByRole('heading', { name: 'We have your ticket' })).toBeVisible()
  expect(await everyForm['tickets/open-ticket']?.done(mark, address)).toBe(1)
}

const cuts = [0, 300, 1200, 2500, 4000].map(bytes => ({ kind: 'cut-answer', bytes }) as const)
for (const fault of [{ kind: 'drop' }, { kind: 'cut-request', bytes: 200 }, ...cuts] as const) {
  const where = `${fault.kind}${'bytes' in fault ? ` at byte ${fault.bytes}` : ''}`

  test(`A line that breaks (${where}) costs neither a ticket nor a refused text`, async ({ visit, wire }) => {
    const mark = newMark()
    const page = await writing(await visit(true), mark, mark, wire.address)
    wire.once(fault)
    await send(page)
    await openedOnce(page, mark)
    await writing(page, 'X', mark, wire.address)
    wire.once(fault)
    await send(page)
    await refused(page)
    await kept(page, 'X', mark)
  })
}

test('stale-action-html: a form that the desk no longer knows says what to do, and keeps the text', async ({
  visit,
}) => {
  const mark = newMark()
  const page = await writing(await visit(true), mark, mark)
  const unknown = { 'next-action': '40'.repeat(21) }
  await meet(page, [route => route.continue({ headers: { ...route.request().headers(), ...unknown } })])
  await send(page)
  await expect(problem(page)).toContainText('The desk has changed since you opened this page')
  await kept(page, mark, mark)
})

test('Answers that cannot be read end in words, and the next try is the same submission', async ({
  visit,
}) => {
  const mark = newMark()
  const page = await visit(true)
  await page.clock.install()
  await writing(page, mark, mark)
  await meet(page, Array(6).fill(badGateway))
  await send(page)
  await expect(page.getByText('The desk does not answer right now.')).toBeVisible()
  await expect(async () => {
    await page.clock.fastForward(15_000)
    await expect(problem(page)).toContainText('gave no answer that could be read', { timeout: 300 })
  }).toPass()
  await kept(page, mark, mark)
  await send(page)
  await openedOnce(page, mark)
})

test('Who stops waiting has the form back, and what is written while it waits is what is sent', async ({
  visit,
}) => {
  const mark = newMark()
  const page = await writing(await visit(true), 'Before', mark)
  await page.context().setOffline(true)
  await send(page)
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(problem(page)).toContainText('You stopped waiting')
  await kept(page, 'Before', mark)
  await send(page)
  await page.getByLabel('Subject').fill(mark)
  await page.context().setOffline(false)
  await openedOnce(page, mark)
})

test('An answer that is late is said to be late, in a live region that was there before', async ({
  visit,
}) => {
  const mark = newMark()
  const page = await visit(true)
  await page.clock.install()
  await writing(page, mark, mark)
  // One of them comes with what brings files.
  await expect(page.getByText('You can also paste a picture')).toBeVisible()
  const regions = page.locator('main [aria-live=polite]')
  const before = await regions.count()
  let answer = () => {}
  const late = new Promise<void>(resolve => {
    answer = resolve
  })
  await meet(page, [route => late.then(() => route.continue())])
  await send(page)
  await page.clock.fastForward(10_000)
  await expect(regions.filter({ hasText: 'This takes longer than usual. Nothing is lost.' })).toBeVisible()
  await expect(regions).toHaveCount(before)
  answer()
  await openedOnce(page, mark)
})

test('A page that did not arrive whole shows what had been written', async ({ visit }) => {
  const mark = newMark()
  const page = await writing(await visit(true), 'X', mark)
  await meet(page, [changed(/[\s\S]{300}$/, '')])
  await send(page)
  await expect(page.getByRole('heading', { name: 'This page did not work' })).toBeVisible()
  await expect(page.getByText(textOf(mark))).toBeVisible()
})
