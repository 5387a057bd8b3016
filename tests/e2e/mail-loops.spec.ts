import { expect, test } from '@playwright/test'
import { ada, noor } from '#src/demo/cast.ts'
import { AutoResponder } from '#tests/e2e/post-office/auto-responder.ts'
import { Correspondent } from '#tests/e2e/post-office/correspondent.ts'
import {
  type DeskByMail,
  ledgerOf,
  openDeskByMail,
  support,
  tellNothingOfTimes,
} from '#tests/e2e/post-office/desk.ts'
import { signIn } from './support/sign-in.ts'

test.describe.configure({ mode: 'serial', timeout: 300_000 })

const names = ['polite', 'rude', 'deaf', 'echo'] as const
const boxes = Object.fromEntries(
  names.map(name => [name, { address: `${name}@shore.test`, folder: name, password: `of-${name}` }]),
) as Record<(typeof names)[number], { address: string; folder: string; password: string }>
const ofNoor = { address: noor.email, folder: 'noor', password: 'of-noor' }
const ofOthers = [
  { address: '*@holdfast.test', folder: 'desk', password: 'of-desk' },
  { address: '*@kelpbay.test', folder: 'kelpbay', password: 'of-kelpbay' },
]

let desk: DeskByMail

test.beforeAll(async () => {
  test.setTimeout(300_000)
  desk = await openDeskByMail([...Object.values(boxes), ofNoor, ...ofOthers])
})

test.afterAll(async () => {
  test.setTimeout(120_000)
  await desk?.close()
})

const begin = { to: support.address, subject: 'My bicycle', text: 'It is gone.' }
const away = (time: number) => `I am away. This is the mail number ${time} that I write.`

/** Waits until nothing is on its way between the desk and these programs, and says how many mails the desk wrote to each. */
async function comeToRest(programs: AutoResponder[], begun: number): Promise<number[]> {
  const addresses = programs.map(({ address }) => address)
  const onTheWay = async () => {
    await desk.hurry()
    const [came, answered] = [sum(programs.map(({ came }) => came)), sum(programs.map(one => one.answered))]
    const [row] = await desk.database<{ ordered: number; received: number; news: number }[]>`
      select (select count(*)::int from mail_orders where to_address in ${desk.database(addresses)} and created_at > ${desk.since}) as ordered,
        (select count(*)::int from received_mails where from_address in ${desk.database(addresses)} and received_at > ${desk.since}) as received,
        (select count(*)::int from news_orders where addressed_at is null)
          + (select count(*)::int from news_deliveries join "user" on "user".id = user_id
              where told_at is null and email in ${desk.database(addresses)}) as news`
    if (!row) throw new Error('The database said nothing')
    return [row.ordered - came, came - answered, answered + begun - row.received, row.news]
  }
  await expect.poll(onTheWay, { timeout: 240_000 }).toEqual([0, 0, 0, 0])
  return programs.map(({ came }) => came)
}

const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)

async function referencesOf(address: string): Promise<string[]> {
  const rows = await desk.database<{ reference: string }[]>`
    select reference from tickets join "user" on "user".id = requester_id
    where email = ${address} order by tickets.created_at`
  return rows.map(({ reference }) => reference)
}

test('mail-loops: a program that says what it is gets one mail, and what it answers is for agents alone', async () => {
  const polite = new Correspondent(desk.office, 'Polite', boxes.polite)
  const headers = { 'Auto-Submitted': 'auto-replied' }
  const program = new AutoResponder(polite, (mail, time) => polite.answer(mail, away(time), { headers }))
  await polite.write(begin)
  expect(await comeToRest([program], 1)).toEqual([1])
  await program.stop()
  const [reference = '', ...more] = await referencesOf(polite.address)
  expect(more).toEqual([])
  const { events, messages } = await ledgerOf(desk, reference)
  expect(events).toEqual(['opened', 'received'])
  expect(messages).toMatchObject([{ internal: false }, { body: away(1), internal: true }])
  polite.close()
})

test('A program that says nothing of it and answers everything gets one mail as well', async () => {
  const rude = new Correspondent(desk.office, 'Rude', boxes.rude)
  const program = new AutoResponder(rude, (mail, time) => rude.answer(mail, away(time)))
  await rude.write(begin)
  expect(await comeToRest([program], 1)).toEqual([1])
  await program.stop()
  const [reference = '', ...more] = await referencesOf(rude.address)
  expect(more).toEqual([])
  expect((await ledgerOf(desk, reference)).messages).toMatchObject([
    { internal: false },
    { body: away(1), internal: false },
  ])
  rude.close()
})

test('One that answers by a new mail each time, in no thread, gets three', async () => {
  const deaf = new Correspondent(desk.office, 'Deaf', boxes.deaf)
  const program = new AutoResponder(deaf, (_, time) => deaf.write({ ...begin, text: away(time) }))
  await deaf.write(begin)
  expect(await comeToRest([program], 1)).toEqual([3])
  await program.stop()
  expect(await referencesOf(deaf.address)).toHaveLength(4)
  deaf.close()
})

test('Two of them, a customer and an agent between whom the desk passes mails on, stop by themselves', async ({
  browser,
}) => {
  const echo = new Correspondent(desk.office, 'Echo', boxes.echo)
  const agent = new Correspondent(desk.office, noor.name, ofNoor)
  await tellNothingOfTimes(desk, noor)
  await echo.write(begin)
  await echo.gets(/We have your mail/)
  const [reference = ''] = await referencesOf(echo.address)
  const page = await (await browser.newContext({ baseURL: desk.address, javaScriptEnabled: false })).newPage()
  await signIn(page, ada)
  await page.goto(`/desk/tickets/${reference}/assign`)
  await page.getByLabel('Assignee').selectOption(noor.name)
  await page.getByRole('button', { name: 'Give the ticket' }).click()
  await expect(page.getByRole('status').first()).toBeVisible()

  const programs = [
    new AutoResponder(echo, (mail, time) => echo.answer(mail, away(time))),
    new AutoResponder(agent, (mail, time) => agent.answer(mail, `At sea. ${away(time)}`)),
  ]
  const [toEcho = 0, toAgent = 0] = await comeToRest(programs, 1)
  for (const program of programs) await program.stop()
  const { messages } = await ledgerOf(desk, reference)
  // Ten mails of one person about one ticket within an hour are passed on, and what comes then is kept for agents.
  expect(toEcho).toBeGreaterThan(5)
  expect(toEcho).toBeLessThanOrEqual(11)
  expect(toAgent).toBeLessThanOrEqual(11)
  expect(messages).toHaveLength(1 + toEcho + toAgent)
  expect(messages.filter(({ internal }) => internal).length).toBeGreaterThan(0)
  for (const one of [echo, agent]) one.close()
})
