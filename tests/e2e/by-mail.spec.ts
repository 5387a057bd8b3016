import { type Browser, expect, type Page, test } from '@playwright/test'
import { ada, elif, mira, noor } from '#src/demo/cast.ts'
import { Correspondent } from '#tests/e2e/post-office/correspondent.ts'
import {
  type DeskByMail,
  ledgerOf,
  openDeskByMail,
  support,
  tellNothingOfTimes,
} from '#tests/e2e/post-office/desk.ts'
import type { Mailbox } from '#tests/e2e/post-office/office.ts'
import { newMark } from '#tests/e2e/two-servers/load.ts'
import { openTicketAs } from './support/open-ticket.ts'
import { signIn } from './support/sign-in.ts'

test.describe.configure({ mode: 'serial', timeout: 300_000 })

const mailbox = (address: string, folder: string): Mailbox => ({
  address,
  folder,
  password: `of-${folder}`,
})
const ofNell = mailbox('nell@shore.test', 'nell')
const ofNoor = mailbox(noor.email, 'noor')
const ofNoorAtHome = mailbox('noor@home.test', 'noor-at-home')
const ofOthers = [mailbox('*@holdfast.test', 'desk'), mailbox('*@kelpbay.test', 'kelpbay')]

let desk: DeskByMail

test.beforeAll(async () => {
  test.setTimeout(300_000)
  desk = await openDeskByMail([ofNell, ofNoor, ofNoorAtHome, ...ofOthers])
})

test.afterAll(async () => {
  test.setTimeout(120_000)
  await desk?.close()
})

async function openAs(browser: Browser, person: { email: string }): Promise<Page> {
  const context = await browser.newContext({ baseURL: desk.address, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, person)
  return page
}

/** Looks again until a page says this. */
async function comesToShow(page: Page, words: string) {
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(words)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })
}

async function send(agent: Page, text: string, more: { internal?: true; status?: string } = {}) {
  if (more.internal) await agent.getByRole('radio', { name: /internal note/ }).check()
  await agent.getByLabel('Your text').fill(text)
  if (more.status) await agent.getByLabel('Status').selectOption(more.status)
  await agent.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(agent.getByRole('status').first()).toContainText(/was (sent|added)/)
}

test('by-mail: a customer has only mail and an agent only the web: they ask, answer, reopen and go on in a new ticket', async ({
  browser,
}) => {
  const nell = new Correspondent(desk.office, 'Nell Porter', ofNell)
  const [mark, canary] = [newMark(), newMark()]
  await nell.write({
    to: support.address,
    subject: `Bicycle ${mark}`,
    text: 'The 7:40 left without it.',
    attachments: [{ filename: 'receipt.txt', content: `Ticket of ${mark}` }],
  })
  const opened = await nell.gets(/\[\w{4}-\w{4}\] We have your mail/)
  const reference = /\[(\w{4}-\w{4})\]/.exec(opened.headers.subject ?? '')?.[1] ?? ''
  expect(opened.headers['auto-submitted']).toBe('auto-generated')
  expect(opened.headers['reply-to']).toMatch(/support\+\w{45}@desk\.test/)

  const agent = await openAs(browser, mira)
  await agent.goto('/desk/queues/unassigned')
  await agent.getByText('Filter this queue').click()
  await agent.getByLabel('Subject or reference').fill(mark)
  await agent.getByRole('button', { name: 'Apply the filters' }).click()
  await agent.getByRole('link', { name: mark }).click()
  const file = await agent.getByRole('link', { name: /receipt\.txt/ }).getAttribute('href')
  expect(await (await agent.request.get(file ?? '')).text()).toBe(`Ticket of ${mark}`)
  await agent.getByRole('button', { name: 'Take it' }).click()
  await send(agent, `She calls often ${canary}`, { internal: true })
  await send(agent, 'Which pier shall we bring it to?')

  await nell.answer(await nell.gets(/Which pier/), 'Pier two, please.')
  await comesToShow(agent, 'Pier two, please.')
  // What they quote is folded away.
  await expect(agent.getByText('Which pier shall we bring it to?')).toHaveCount(1)
  expect((await ledgerOf(desk, reference)).ticket).toMatchObject({ status: 'open', channel: 'email' })

  await send(agent, `Told the harbour ${canary}`, { internal: true })
  await send(agent, 'It is there now.', { status: 'Solved' })
  await nell.answer(await nell.gets(/It is there now/), 'It is not.')
  await comesToShow(agent, 'It is not.')
  expect((await ledgerOf(desk, reference)).ticket.status).toBe('open')

  await send(agent, 'Behind the hut.', { status: 'Solved' })
  const last = await nell.gets(/Behind the hut/)
  await desk.database`update tickets set solved_at = now() - interval '30 days' where reference = ${reference.replace('-', '')}`
  await desk.hurry()
  await expect.poll(async () => (await ledgerOf(desk, reference)).ticket.status).toBe('closed')
  const before = nell.mails.length
  await nell.answer(last, 'Now the bell is broken.')
  await expect.poll(() => nell.mails.length, { timeout: 60_000 }).toBeGreaterThan(before)
  const follows = await nell.gets(new RegExp(`\\[(?!${reference})\\w{4}-\\w{4}\\] We have your mail`))
  const { ticket, messages } = await ledgerOf(
    desk,
    /\[(\w{4}-\w{4})\]/.exec(follows.headers.subject ?? '')?.[1] ?? '',
  )

  const ended = await ledgerOf(desk, reference)
  expect(ticket).toMatchObject({ status: 'open', channel: 'email', follows: ended.ticket.id })
  expect(messages.map(({ body }) => body)).toEqual(['Now the bell is broken.'])
  expect(ended.ticket.status).toBe('closed')
  expect(ended.messages.filter(({ internal }) => internal)).toHaveLength(2)
  expect(ended.messages.filter(({ internal }) => !internal).map(({ body }) => body)).toEqual([
    'The 7:40 left without it.',
    'Which pier shall we bring it to?',
    'Pier two, please.',
    'It is there now.',
    'It is not.',
    'Behind the hut.',
  ])
  const told = ended.events.filter(kind => /^(opened|noted|replied|wrote|closed)$/.test(kind))
  expect(told.join(' ')).toBe('opened noted replied wrote noted replied wrote replied closed')
  const answers = ended.mails.filter(({ kind }) => /^(opened|answered)$/.test(kind))
  expect(answers.map(({ kind, to }) => `${kind} ${to}`)).toEqual(
    ['opened', 'answered', 'answered', 'answered'].map(kind => `${kind} ${ofNell.address}`),
  )
  for (const { text, html } of nell.mails) expect(`${text}${html}`).not.toContain(canary)
  expect(nell.raw.join('')).not.toContain(canary)
  nell.close()
})

test('A customer has only the web and an agent only mail: an internal mail is answered by a note, another in public', async ({
  browser,
}) => {
  const subject = `Gangway ${newMark()}`
  const customer = await openAs(browser, elif)
  const reference = await openTicketAs(customer, subject)
  await tellNothingOfTimes(desk, noor)
  const lead = await openAs(browser, ada)
  await lead.goto(`/desk/tickets/${reference}/assign`)
  await lead.getByLabel('Assignee').selectOption(noor.name)
  await lead.getByRole('button', { name: 'Give the ticket' }).click()
  await expect(lead.getByRole('status').first()).toBeVisible()

  const agent = new Correspondent(desk.office, noor.name, ofNoor, 'secure')
  const bodies = async (internal: boolean) =>
    (await ledgerOf(desk, reference)).messages
      .filter(one => one.internal === internal)
      .map(({ body }) => body)
  const getsInTime = async (words: RegExp) => {
    await desk.hurry()
    return agent.gets(words)
  }
  await agent.answer(await getsInTime(new RegExp(`${subject}[^]*gave you this ticket`)), 'She is right.')
  await expect.poll(() => bodies(true), { timeout: 60_000 }).toEqual(['She is right.'])

  await customer.goto(`/tickets/${reference}`)
  await customer.getByLabel('Your message').fill('It is too steep.')
  await customer.getByRole('button', { name: 'Send the message' }).click()
  await expect(customer.getByText('It is too steep.')).toBeVisible()
  const news = await getsInTime(/It is too steep/)

  const atHome = new Correspondent(desk.office, noor.name, ofNoorAtHome)
  await atHome.answer(news, 'From my own address.')
  const elsewhere = new Correspondent(desk.office, noor.name, ofNell)
  await elsewhere.answer(news, 'In the name of another.', { from: noor.email })
  await agent.answer(news, 'We lower it at noon.')
  await comesToShow(customer, 'We lower it at noon.')
  expect(await customer.content()).not.toContain('She is right.')
  const concerns = () => desk.database<{ address: string; state: string; concern: string }[]>`
    select from_address as address, state, concern from received_mails
    where subject like ${`%${subject}`} and concern is not null order by concern`
  await expect
    .poll(async () => [...(await concerns())], { timeout: 60_000 })
    .toEqual([
      { address: ofNoorAtHome.address, state: 'taken', concern: 'other-sender' },
      { address: noor.email, state: 'held', concern: 'unproven-agent' },
    ])
  expect(await bodies(false)).toEqual([
    'It happened this morning.',
    'It is too steep.',
    'We lower it at noon.',
  ])
  expect(await bodies(true)).toEqual(['She is right.'])
  for (const one of [agent, atHome, elsewhere]) one.close()
})

test('Every mail went over TLS, by STARTTLS and from the start', () => {
  const { exim, dovecot } = desk.office
  for (const line of exim().matchAll(/ <= .* P=(\S+).*/g)) expect(line[1]).toBe('esmtpsa')
  expect(exim()).toMatch(/ <= \S+ .* X=TLS/)
  expect(dovecot()).toMatch(/Login: user=<support@desk\.test>.* TLS/)
})
