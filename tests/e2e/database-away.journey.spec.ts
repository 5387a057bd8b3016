import { expect, type Page } from '@playwright/test'
import postgres from 'postgres'
import { ada, elif, mira } from '#src/demo/cast.ts'
import type { FaultyDesk } from './desk/faulty-desk.ts'
import { test } from './support/faulty-desk-test.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { signIn } from './support/sign-in.ts'

// With scripts a page stays and keeps its form; without, the answer is a page that stands in for it.
const comesBack = () => test.info().project.name !== 'with-scripts'

test('db-down-html: a page whose database is away says so in words, and is there when it is back', async ({
  page,
  desk,
}) => {
  await signIn(page, elif)
  await desk.database.goAway()
  const answer = await page.goto('/tickets')
  expect(answer?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not available right now')
  await desk.database.comeBack()
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My tickets')
})

test('A ticket that is sent while the database is away is there to send again, and is opened once', async ({
  page,
  desk,
}) => {
  const subject = `Written while it was away ${Date.now()}`
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What happened?').fill('\nA long story <b>with</b> "signs".\n\nTwo paragraphs.')
  await page.getByRole('radio', { name: /^Urgent/ }).check()
  const away = () => expectTold(page, /database did not answer, so nothing was saved/)

  await test.step('the form comes back filled, with the choice, and says what happened', async () => {
    await desk.database.goAway()
    await sends(page, 'Open the ticket', 503)
    await away()
    await expect(page.getByLabel('Subject')).toHaveValue(subject)
    await expect(typed(page, 'body')).toHaveValue('\nA long story <b>with</b> "signs".\n\nTwo paragraphs.')
    if (comesBack()) await expect(page.getByRole('main')).toContainText('PriorityUrgent')
  })

  await test.step('it comes back again, with what was changed, as often as it has to', async () => {
    await typed(page, 'body').fill('A shorter story.')
    await sends(page, 'Open the ticket', 503)
    await away()
    await expect(typed(page, 'body')).toHaveValue('A shorter story.')
  })

  await test.step('what it refuses when the database is back stands in the page of the form', async () => {
    await desk.database.comeBack()
    await page.getByLabel('Subject').fill('')
    await sends(page, 'Open the ticket', 200)
    await expectTold(page, /Write a subject/)
    await expect(page.getByLabel('What happened?')).toHaveValue('A shorter story.')
    await expect(page.getByRole('radio', { name: /^Urgent/ })).toBeChecked()
  })

  await test.step('it is opened, once', async () => {
    await page.getByLabel('Subject').fill(subject)
    await page.getByRole('button', { name: 'Open the ticket' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
    expect(await found('select priority from tickets where subject = $1', subject)).toEqual([
      { priority: 'urgent' },
    ])
  })
})

test('A reply whose commit was not answered is sent again and stands there once', async ({ page, desk }) => {
  const words = `Pier two ${Date.now()}`
  await signIn(page, elif)
  const reference = await openTicketAs(page, 'Half-way through')
  await page.goto(`/tickets/${reference}`)
  await page.getByLabel('Your message').fill(words)
  await losesCommit(page, desk, 'Send the message')
  await expect(typed(page, 'body')).toHaveValue(words)
  expect(await found('select body from ticket_messages where body = $1', words)).toHaveLength(1)
  await desk.database.comeBack()
  await sends(page, 'Send the message')
  await expect(page.getByRole('status').first()).toHaveText('Your reply was sent.')
  expect(await found('select body from ticket_messages where body = $1', words)).toHaveLength(1)
})

test('A ticket whose commit was not answered is opened once, although its choice comes in another place', async ({
  page,
  desk,
}) => {
  const subject = `In doubt ${Date.now()}`
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What happened?').fill('A story.')
  await page.getByRole('radio', { name: /^High/ }).check()
  await losesCommit(page, desk, 'Open the ticket')
  await desk.database.comeBack()
  await sends(page, 'Open the ticket')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
  expect(await found('select priority from tickets where subject = $1', subject)).toEqual([
    { priority: 'high' },
  ])
})

test('An agent’s note and what they chose with it come back, and go through together', async ({
  page,
  context,
  desk,
}) => {
  const subject = `For the composer ${Date.now()}`
  await signIn(page, elif)
  const reference = await openTicketAs(page, subject)
  await context.clearCookies()
  await signIn(page, mira)
  await page.goto(`/desk/tickets/${reference}`)
  await page.getByRole('radio', { name: /internal note/ }).check()
  await page.getByLabel('Your text').fill('She has called twice.')
  await page.getByLabel('Priority').selectOption('High')
  await desk.database.goAway()
  await sends(page, 'Send', 503)
  await expectTold(page, /nothing was saved/)
  await expect(typed(page, 'body')).toHaveValue('She has called twice.')
  if (comesBack()) await expect(page.getByRole('main')).toContainText('An internal note')
  await desk.database.comeBack()
  await sends(page, 'Send')
  await expect(page.getByRole('status').first()).toContainText('note was added')
  await expect(page.getByText('She has called twice.')).toBeVisible()
  expect(await found('select priority from tickets where subject = $1', subject)).toEqual([
    { priority: 'high' },
  ])
})

test('A policy of the administration keeps its numbers', async ({ page, desk }) => {
  const name = `Harbour ${Date.now()}`
  await signIn(page, ada)
  await page.goto('/admin/sla/new')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Minutes to the first reply').fill('30')
  await page.getByLabel('Minutes to each next reply').fill('45')
  await page.getByLabel('Minutes to the solution').fill('480')
  await page.getByRole('radio', { name: /^Low/ }).check()
  await desk.database.goAway()
  await sends(page, 'Add this policy', 503)
  await expectTold(page, /nothing was saved/)
  await expect(page.getByLabel('Minutes to each next reply')).toHaveValue('45')
  await desk.database.comeBack()
  await sends(page, 'Add this policy')
  await expect(page.getByRole('status').first()).toBeVisible()
  expect(await found('select priority, resolve_mins from sla_policies where name = $1', name)).toEqual([
    { priority: 'low', resolve_mins: 480 },
  ])
})

test('A password that was sent while the database was away is nowhere in the answer', async ({
  page,
  desk,
}) => {
  const [secret, email] = ['kelp forest under glass', `new-${Date.now()}@holdfast.test`]
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Ines Moreau')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(secret)
  await desk.database.goAway()
  await sends(page, 'Make the account', 503)
  await expectTold(page, /nothing was saved/)
  await expect(page.getByLabel('Email address')).toHaveValue(email)
  if (comesBack()) {
    await expect(page.getByLabel('Password')).toHaveValue('')
    expect(await page.content()).not.toContain(secret)
  }
  await desk.database.comeBack()
  await page.getByLabel('Password').fill(secret)
  await sends(page, 'Make the account')
  await expect(page.getByRole('status').first()).toContainText('account is ready')
  expect(await found('select name from "user" where email = $1', email)).toEqual([{ name: 'Ines Moreau' }])
})

test('slow-db-timeout-html: a database that takes a question and never answers is not waited for', async ({
  page,
  desk,
}) => {
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill('Nobody answers')
  desk.database.cutOnce({ at: 1, when: 'silence' })
  await sends(page, 'Open the ticket', 503)
  await expectTold(page, /nothing was saved/)
  await expect(page.getByLabel('Subject')).toHaveValue('Nobody answers')
  desk.database.cutOnce({ at: 1, when: 'silence' })
  const answer = await page.goto('/tickets')
  expect(answer?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not available right now')
})

test('action-throws-html: a bug of ours gives the text back with a reference, and sending again is enough', async ({
  page,
  desk,
}) => {
  const subject = `Met a bug ${Date.now()}`
  await signIn(page, elif)
  await page.goto('/tickets/new')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What happened?').fill('A story.')
  desk.database.cutOnce({ at: /^insert into "tickets"/, when: 'refused' })
  await sends(page, 'Open the ticket', 500)
  await expectTold(page, /Something went wrong on our side, so nothing was saved/)
  const [reference = 'none'] =
    /[0-9A-Z]{8}(?=\.$)/.exec((await page.getByRole('alert').first().textContent()) ?? '') ?? []
  expect(desk.log()).toContain(reference)
  expect(desk.log()).not.toContain(subject)
  await page.getByRole('button', { name: 'Open the ticket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have your ticket')
  expect(await found('select subject from tickets where subject = $1', subject)).toHaveLength(1)
})

test('A form that is refused comes back although its page fails, in words and with 500', async ({
  page,
  desk,
}) => {
  await signIn(page, elif)
  await page.goto('/sign-up')
  await page.getByLabel('Your name').fill('Ines Moreau')
  await page.getByLabel('Password').fill('kelp forest under glass')
  // What is missing is seen without a question to the database; the page that says so asks who reads it.
  desk.database.cutOnce({ at: 1, when: 'refused' })
  await sends(page, 'Make the account', 500)
  await expectTold(page, /Enter an email address/)
  await expect(typed(page, 'name')).toHaveValue('Ines Moreau')
  await typed(page, 'email').fill(`late-${Date.now()}@holdfast.test`)
  await typed(page, 'password').fill('kelp forest under glass')
  await sends(page, 'Make the account')
  await expect(page.getByRole('status').first()).toContainText('account is ready')
})

test('What was written about something that is gone can still be copied', async ({ page }) => {
  await signIn(page, elif)
  const reference = await openTicketAs(page, 'Goes to somebody else')
  await page.goto(`/tickets/${reference}`)
  await page.getByLabel('Your message').fill('Words that nobody else has.')
  await givenTo('cast-tom', reference.replace('-', ''))
  await sends(page, 'Send the message')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page any more')
  await expect(page.getByRole('alert').first()).toContainText('There is no such ticket')
  await expect(typed(page, 'body')).toHaveValue('Words that nobody else has.')
})

/** Presses the button of the form, or that of the page that stands in for it. */
async function sends(page: Page, words: string, status?: 200 | 500 | 503) {
  const button = page.getByRole('main').getByRole('button', { name: words, exact: true })
  const posted = page.waitForResponse(answer => answer.request().method() === 'POST')
  await button.or(page.getByRole('button', { name: 'Try again' })).click()
  const answer = await posted
  if (comesBack() && status) expect(answer.status()).toBe(status)
}

/** Sends the form so that its commit is done and never answered, and the database is away from then on. */
async function losesCommit(page: Page, { database }: FaultyDesk, words: string) {
  database.cutOnce({ at: /^commit/i, when: 'silence' })
  const sent = sends(page, words, 503)
  await expect.poll(() => database.cutPending).toBe(false)
  await database.goAway()
  await sent
  await expectTold(page, /Send it again: it will not be doubled/)
}

async function expectTold(page: Page, words: RegExp) {
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible({ timeout: 15_000 })
  await expect(page).toHaveTitle(/^Error: /)
}

function typed(page: Page, field: string) {
  return page.locator(`[name="${field}"]`)
}

/** Asks the database itself, past every fault, as the role that owns the tables. */
async function found(question: string, value: string) {
  const sql = postgres(process.env.DATABASE_URL_DIRECT ?? '', { max: 1 })
  const rows = await sql.unsafe(question, [value])
  await sql.end()
  return [...rows]
}

async function givenTo(userId: string, reference: string) {
  const sql = postgres(process.env.DATABASE_URL_DIRECT ?? '', { max: 1 })
  await sql.begin(async tx => {
    await tx`select set_config('app.actor', 'test', true)`
    await tx`update tickets set requester_id = ${userId} where reference = ${reference}`
  })
  await sql.end()
}
