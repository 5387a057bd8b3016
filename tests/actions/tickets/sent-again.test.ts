import { beforeAll, describe, expect, test } from 'vitest'
import { addNote } from '#actions/tickets/add-note.ts'
import { compose } from '#actions/tickets/compose.ts'
import { openForCustomer } from '#actions/tickets/open-for-customer.ts'
import { openTicket } from '#actions/tickets/open-ticket.ts'
import { reply } from '#actions/tickets/reply.ts'
import { reportNotFixed } from '#actions/tickets/report-not-fixed.ts'
import { ada, elif, jonas, mira, noor, oskar, tom } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { formatReference, parseReference } from '#src/tickets/reference.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { type Action, type Fields, post } from '#tests/support/post.ts'
import { sinceThen, standing } from '#tests/support/standing.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'
import { turnBack } from '#tests/support/turn-back.ts'

beforeAll(openDesk)

const twenty = Array.from({ length: 20 })
const desk = (reference: string, done: string) => `/desk/tickets/${formatReference(reference)}?done=${done}`
const portal = (reference: string, done: string) => `/tickets/${formatReference(reference)}?done=${done}`
const bodies = async (reference: string) => (await ledger(reference)).messages.map(({ body }) => body)

/** What a page of the composer that is opened now sends, with these fields changed. */
async function composed(reference: string, fields: Fields = {}): Promise<Fields> {
  const { queue: _queue, body: _body, status: _status, ...page } = await composerOf(reference)
  return { ...page, body: 'Which pier?', ...fields }
}

type Send = { action: Action; name: string; by: Actor; fields: Fields; adds: Record<string, number> }

const message = { ticket_messages: 1, ticket_events: 1 }
const opening = { tickets: 1, ...message, mail_orders: 1 }
const words = { subject: 'A scarf', body: 'It is blue.', priority: 'low' }

const sends: Record<string, () => Promise<Send>> = {
  'a customer’s message': async () => ({
    action: reply,
    name: 'tickets.reply',
    by: elif,
    fields: { reference: await asked(), body: 'One more thing.' },
    adds: message,
  }),
  'a customer’s message about a closed ticket': async () => ({
    action: reply,
    name: 'tickets.reply',
    by: elif,
    fields: { reference: await ticketIn('closed'), body: 'It is back.' },
    adds: opening,
  }),
  'what is not fixed': async () => ({
    action: reportNotFixed,
    name: 'tickets.report-not-fixed',
    by: elif,
    fields: { reference: await ticketIn('solved'), body: 'It squeaks.' },
    adds: { ...message, news_orders: 1 },
  }),
  'an agent’s reply': async () => ({
    action: reply,
    name: 'tickets.reply',
    by: mira,
    fields: { reference: await asked(), seen: 1, body: 'Which pier?', status: 'pending' },
    adds: { ...message, mail_orders: 1 },
  }),
  'an agent’s note': async () => ({
    action: addNote,
    name: 'tickets.add-note',
    by: mira,
    fields: { reference: await asked(), seen: 1, body: 'Call her.' },
    adds: message,
  }),
  'a submit of the composer': async () => ({
    action: compose,
    name: 'tickets.compose',
    by: noor,
    fields: await composed(await asked(), { priority: 'high' }),
    adds: { ...message, mail_orders: 1 },
  }),
  'a new ticket': async () => ({
    action: openTicket,
    name: 'tickets.open-ticket',
    by: tom,
    fields: words,
    adds: opening,
  }),
  'a new ticket for a new caller': async () => ({
    action: openForCustomer,
    name: 'tickets.open-for-customer',
    by: mira,
    fields: { ...words, name: 'Nell', email: 'nell@kelpbay.test' },
    adds: { ...opening, user: 1, guest_links: 1 },
  }),
}

describe('Twenty pages that send the same words at once, each with a key of its own', () => {
  test.each(Object.entries(sends))('%s: said once, and all lead to one place', async (_name, make) => {
    const { action, name, by, fields, adds } = await make()
    const before = await standing()
    const ends = await Promise.all(twenty.map(() => post(action, name, by, fields)))
    expect(sinceThen(before, await standing()).added).toEqual({ ...adds, submissions: 20 })
    expect(ends.filter(({ redirect }) => redirect?.includes('done=already-sent'))).toHaveLength(19)
    expect(new Set(ends.map(({ redirect }) => redirect?.replace(/\?.*/, ''))).size).toBe(1)
  })
})

describe('The same words are the same message by whatever form they come', () => {
  test('an agent’s reply, sent again from the composer', async () => {
    const reference = await asked()
    await post(reply, 'tickets.reply', mira, { reference, seen: 1, body: 'Which pier?' })
    const end = await post(compose, 'tickets.compose', mira, await composed(reference))
    expect(end.redirect).toBe(desk(reference, 'already-sent'))
    const { messages, mail } = await ledger(reference)
    expect([messages.length, mail.length]).toEqual([2, 2])
  })

  test('a note of the composer, sent again from the page for notes', async () => {
    const reference = await asked()
    const note = await composed(reference, { kind: 'note' })
    await post(compose, 'tickets.compose', mira, note)
    const end = await post(addNote, 'tickets.add-note', mira, { reference, seen: 1, body: 'Which pier?' })
    expect(end.redirect).toBe(desk(reference, 'already-sent'))
    expect((await ledger(reference)).messages).toHaveLength(2)
  })

  test('what is not fixed leads to the follow-up that a message to the closed ticket has made', async () => {
    const reference = await ticketIn('closed')
    const first = await post(reply, 'tickets.reply', elif, { reference, body: 'It is back.' })
    const end = await post(reportNotFixed, 'tickets.report-not-fixed', elif, {
      reference,
      body: 'It is back.',
    })
    expect(end.redirect).toBe(first.redirect?.replace('followed-up', 'already-sent'))
  })

  test('what is not fixed reopens a ticket that was solved since the words came as a message, once', async () => {
    const reference = await asked()
    const fields = { reference, body: 'It squeaks.' }
    await post(reply, 'tickets.reply', elif, fields)
    await bring(reference, mira, { status: 'solved' })
    const end = await post(reportNotFixed, 'tickets.report-not-fixed', elif, fields)
    expect(end.redirect).toBe(portal(reference, 'not-fixed'))
    const { ticket, events } = await ledger(reference)
    expect(ticket).toMatchObject({ status: 'open', reopenCount: 1 })
    expect(events.at(-1)).toMatchObject({ kind: 'disputed', messageId: null })
    expect(await bodies(reference)).toHaveLength(2)
  })
})

describe('Fields beside a text that was said are changed all the same', () => {
  test('by the composer of a page that is fetched again', async () => {
    const reference = await asked()
    await post(compose, 'tickets.compose', noor, await composed(reference))
    const again = await composed(reference, { status: 'solved', team: 'access' })
    const end = await post(compose, 'tickets.compose', noor, again)
    expect(end.redirect).toBe(desk(reference, 'already-sent-changed'))
    const { ticket, messages, mail, events } = await ledger(reference)
    expect(ticket).toMatchObject({ status: 'solved', team: 'access' })
    expect([messages.length, mail.length, events.length]).toEqual([2, 2, 3])
  })

  test('by a second window, which is not told that a colleague did what its own first one did', async () => {
    const reference = await asked()
    const both = await composed(reference, { priority: 'high' })
    await post(compose, 'tickets.compose', noor, both)
    const end = await post(compose, 'tickets.compose', noor, { ...both, priority: 'urgent' })
    expect(end.redirect).toBe(desk(reference, 'already-sent-changed'))
    expect((await ledger(reference)).ticket.priority).toBe('urgent')
  })

  test('but never over the head of a colleague', async () => {
    const reference = await asked()
    const both = await composed(reference)
    await post(compose, 'tickets.compose', noor, both)
    await bring(reference, ada, { priority: 'urgent' })
    const end = await post(compose, 'tickets.compose', noor, { ...both, priority: 'high' })
    expect(end.report?.result.error?.fieldErrors?.priority?.[0]).toContain('“Urgent”')
    expect((await ledger(reference)).ticket.priority).toBe('urgent')
  })

  test('by the page for replies, which can solve the ticket after all', async () => {
    const reference = await asked()
    const page = { reference, seen: 1, body: 'Which pier?', wasStatus: 'open' }
    await post(reply, 'tickets.reply', mira, { ...page, status: 'pending' })
    const end = await post(reply, 'tickets.reply', mira, { ...page, status: 'solved' })
    expect(end.redirect).toBe(desk(reference, 'already-sent-changed'))
    const { ticket, messages } = await ledger(reference)
    expect(ticket.status).toBe('solved')
    expect(messages).toHaveLength(2)
  })
})

test('“Send and take the next”, sent again, leads to the ticket that was taken and takes no other', async () => {
  const here = await asked()
  const next = await asked()
  for (const reference of [next, await asked()]) await bring(reference, ada, { priority: 'urgent' })
  const fields = await composed(here, { intent: 'send-next', queue: 'unassigned' })
  const first = await post(compose, 'tickets.compose', jonas, fields)
  expect(first.redirect).toContain(formatReference(next))
  const before = await standing()
  const again = await post(compose, 'tickets.compose', jonas, fields)
  expect(again.redirect).toBe(first.redirect?.replace('reply-sent', 'already-sent'))
  expect(sinceThen(before, await standing()).changed).toEqual(['submissions'])
})

describe('What is not the same is sent', () => {
  test('words of somebody else, and a note with the words of a reply', async () => {
    const reference = await asked()
    const fields = { reference, seen: 9, body: 'Thanks' }
    await post(reply, 'tickets.reply', elif, fields)
    await post(reply, 'tickets.reply', mira, fields)
    await post(addNote, 'tickets.add-note', mira, fields)
    await post(addNote, 'tickets.add-note', ada, fields)
    expect(await bodies(reference)).toHaveLength(5)
  })

  test('the same words about another ticket, and other words about this one', async () => {
    const [one, other] = [await asked(), await asked()]
    for (const reference of [one, other])
      await post(reply, 'tickets.reply', elif, { reference, body: 'Hello?' })
    await post(reply, 'tickets.reply', elif, { reference: one, body: 'Hello??' })
    expect([(await bodies(one)).length, (await bodies(other)).length]).toEqual([3, 2])
  })

  test('the same words more than ten minutes later', async () => {
    const reference = await asked()
    const fields = { reference, body: 'Hello?' }
    await post(reply, 'tickets.reply', elif, fields)
    await turnBack(reference, 9)
    expect((await post(reply, 'tickets.reply', elif, fields)).redirect).toBe(
      portal(reference, 'already-sent'),
    )
    await turnBack(reference, 2)
    expect((await post(reply, 'tickets.reply', elif, fields)).redirect).toBe(portal(reference, 'reply-sent'))
  })

  test('a ticket with the same words for somebody else, and one by somebody else for the same', async () => {
    const call = { ...words, body: 'Is there a lift?', name: 'Ewan', email: 'ewan@kelpbay.test' }
    const opened = (by: Actor, fields: Fields) =>
      post(openForCustomer, 'tickets.open-for-customer', by, fields)
    const ends = [
      await opened(mira, call),
      await opened(jonas, call),
      await opened(mira, { ...call, email: 'isla@kelpbay.test' }),
      await opened(mira, call),
    ]
    const places = ends.map(({ redirect }) => redirect?.replace(/\?.*/, ''))
    expect(new Set(places).size).toBe(3)
    expect(places[3]).toBe(places[0])
  })
})

test('An agent who asked for help says it once too, and is led to the portal', async () => {
  const reference = await asked(oskar)
  const fields = { reference, body: 'Anybody?' }
  await post(reply, 'tickets.reply', oskar, fields)
  expect((await post(reply, 'tickets.reply', oskar, fields)).redirect).toBe(portal(reference, 'already-sent'))
})

test('The page of a new ticket says that it was there already', async () => {
  const fields = { ...words, body: 'It is green.' }
  const first = await post(openTicket, 'tickets.open-ticket', tom, fields)
  const again = await post(openTicket, 'tickets.open-ticket', tom, { ...fields, priority: 'high' })
  expect(again.redirect).toBe(`${first.redirect}?done=already-sent`)
  const parsed = parseReference(first.redirect?.split('/')[2] ?? '')
  expect((await ledger(parsed.ok ? parsed.reference : '')).ticket.priority).toBe('low')
})
