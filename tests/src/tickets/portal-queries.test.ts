import { beforeAll, expect, test } from 'vitest'
import { elif, jonas, mira, oskar, tom } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { cursorOf } from '#src/lib/keyset.ts'
import { addNote } from '#src/tickets/add-note.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { myTicket, myTickets } from '#src/tickets/portal-queries.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const canary = 'canary-7f3a internal'

test('Nothing that a requester is given holds a note, who wrote it, how many there are, or when (P7)', async () => {
  const reference = await asked()
  await bring(reference, mira, { reply: 'Which pier?', assigneeId: mira.agentId })
  const before = [await myTicket(db, elif, reference), await myTickets(db, elif)]
  await act(addNote, jonas, { reference, seen: 2, body: canary })
  const after = [await myTicket(db, elif, reference), await myTickets(db, elif)]
  expect(after).toEqual(before)
  const told = JSON.stringify(after)
  expect(told).toContain('Which pier?')
  for (const secret of [canary, jonas.name, jonas.userId, mira.agentId, 'lastEventSeq', 'updatedAt'])
    expect(told).not.toContain(secret)
})

test('An agent who asked for help reads their own ticket as any requester does, without its notes', async () => {
  const reference = await asked(oskar)
  await bring(reference, mira, { note: canary })
  expect(JSON.stringify(await myTicket(db, oskar, reference))).not.toContain(canary)
})

test('A ticket of somebody else is not there, for customers and agents alike', async () => {
  const reference = await asked()
  expect(await myTicket(db, tom, reference)).toBeNull()
  expect(await myTicket(db, mira, reference)).toBeNull()
  expect(await myTicket(db, elif, 'AAAA-AAAA')).toBeNull()
  expect(await myTicket(db, elif, "' or 1=1 --")).toBeNull()
})

test('A reference is found as people type it', async () => {
  const reference = await asked()
  const typed = ` ${formatReference(reference).toLowerCase()} `
  expect(await myTicket(db, elif, typed)).toMatchObject({ reference })
})

test('A thread is told oldest first, and a follow-up knows what it follows', async () => {
  const closed = await ticketIn('closed')
  const { reference } = await act(reply, elif, { reference: closed, seen: 0, body: 'It is back.' })
  await act(reply, elif, { reference, seen: 0, body: 'And louder.' })
  const after = await myTicket(db, elif, reference)
  expect(after?.messages.map(message => message.body)).toEqual(['It is back.', 'And louder.'])
  expect(after?.relatives.before).toMatchObject([{ reference: closed }])
  expect((await myTicket(db, elif, closed))?.relatives.after).toMatchObject([{ reference }])
})

test('My tickets come open first, then by the newest public word, and a note moves none', async () => {
  const [first, second, third] = [
    await asked(tom, 'first'),
    await asked(tom, 'second'),
    await asked(tom, 'third'),
  ]
  await bring(second, mira, { reply: 'Which pier?' })
  await act(confirmFixed, tom, { reference: third })
  await bring(first, mira, { note: canary })
  const { tickets } = await myTickets(db, tom)
  expect(tickets.map(ticket => ticket.reference)).toEqual([first, second, third])
})

test('Every ticket stands on exactly one page, also when another is answered between the pages', async () => {
  const made = []
  for (let number = 0; number < 60; number += 1) made.push(await asked(jonas, `Number ${number}`))
  const first = await myTickets(db, jonas)
  const moved = first.tickets[3]?.reference ?? ''
  await act(reply, jonas, { reference: moved, seen: 0, body: 'One more thing.' })
  const second = await myTickets(db, jonas, first.next)
  const third = await myTickets(db, jonas, second.next)
  const all = [first, second, third].flatMap(page => page.tickets.map(ticket => ticket.reference))
  expect(all).toHaveLength(60)
  expect(new Set(all)).toEqual(new Set(made))
  expect([first.first, second.first, third.next]).toEqual([true, false, undefined])
})

test('A cursor that somebody made up starts the list anew, and never fails', async () => {
  const whole = await myTickets(db, jonas)
  const madeUp = [
    'x',
    '',
    ['a'],
    cursorOf([1]),
    cursorOf(['a', 'b', 'c']),
    cursorOf([0, '2026-01-01', 'not a uuid']),
    cursorOf([0, 'never', crypto.randomUUID()]),
    cursorOf([1e300, '2026-01-01T00:00:00.000Z', crypto.randomUUID()]),
    cursorOf([0, '\u0000', crypto.randomUUID()]),
  ]
  for (const cursor of madeUp) expect(await myTickets(db, jonas, cursor)).toEqual(whole)
})

test('Nobody’s list holds a ticket of somebody else', async () => {
  const own = await ledger((await myTickets(db, tom)).tickets[0]?.reference ?? '')
  expect(own.ticket.requesterId).toBe(tom.userId)
  const { tickets } = await myTickets(db, elif)
  for (const { reference } of tickets) expect((await ledger(reference)).ticket.requesterId).toBe(elif.userId)
})
