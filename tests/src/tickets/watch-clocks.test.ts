import { beforeEach, describe, expect, test } from 'vitest'
import { elif, mira } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { reply } from '#src/tickets/reply.ts'
import { nearlyDue, watchClocks } from '#src/tickets/watch-clocks.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { superuser } from '#tests/support/outside.ts'
import { turnBack } from '#tests/support/turn-back.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', tx => tx.delete(tickets))
})

const watch = (id: string) => transaction('system:test', tx => watchClocks(tx, id))

/** Looks as the worker does. Resolves to the ids that it looked at. */
async function watchAll() {
  const ids = await nearlyDue(db)
  for (const id of ids) await watch(id)
  return ids
}

/** A new ticket, made to have been opened so long ago that its first reply is due in this many minutes. */
async function dueIn(minutes: number) {
  const reference = await asked()
  const { ticket } = await ledger(reference)
  const due = ticket.firstResponseDueAt?.getTime() ?? Number.NaN
  await turnBack(reference, (due - ticket.createdAt.getTime()) / 60_000 - minutes)
  return reference
}

async function marksOf(reference: string) {
  const { events } = await ledger(reference)
  return events.filter(event => event.clock !== null)
}

describe('The worker', () => {
  test('looks at no ticket that has time left', async () => {
    const reference = await dueIn(16)
    expect(await watchAll()).toEqual([])
    expect(await marksOf(reference)).toEqual([])
  })

  test('warns once when a time is nearly up, in the name of the desk', async () => {
    const reference = await dueIn(14)
    const before = await ledger(reference)
    expect(await watchAll()).toEqual([before.ticket.id])
    const after = await ledger(reference)
    expect(after.events.at(-1)).toMatchObject({
      seq: 2,
      kind: 'warned',
      clock: 'first-response',
      actorId: null,
      byRequester: false,
      changes: [],
    })
    const { status, dueAt, firstResponseDueAt, resolveDueAt, lastPublicAt } = before.ticket
    expect(after.ticket).toMatchObject({ status, dueAt, firstResponseDueAt, resolveDueAt, lastPublicAt })
    expect(after.messages).toEqual(before.messages)
    expect(after.mail).toEqual(before.mail)
    expect(await watchAll()).toEqual([])
    await watch(before.ticket.id)
    expect((await ledger(reference)).events).toEqual(after.events)
  })

  test('notes a breach once, after the warning', async () => {
    const reference = await dueIn(5)
    await watchAll()
    await turnBack(reference, 6)
    await watchAll()
    const marks = await marksOf(reference)
    expect(marks.map(mark => mark.kind)).toEqual(['warned', 'breached'])
    expect(await watchAll()).toEqual([])
  })

  test('does not warn of what is late already', async () => {
    const reference = await dueIn(-1)
    await watchAll()
    expect((await marksOf(reference)).map(mark => mark.kind)).toEqual(['breached'])
  })

  test('notes every clock that is late, each as an event of its own', async () => {
    const reference = await dueIn(-100_000)
    await watchAll()
    const { ticket } = await ledger(reference)
    expect((await marksOf(reference)).map(({ seq, clock }) => [seq, clock])).toEqual([
      [2, 'first-response'],
      [3, 'resolution'],
    ])
    expect(ticket.lastEventSeq).toBe(3)
    expect(await watchAll()).toEqual([])
  })

  test('notes again when a new question of the customer waits too long', async () => {
    const reference = await asked()
    await bring(reference, mira, { reply: 'Which pier?' })
    for (const words of ['Pier two.', 'Hello?']) {
      await act(reply, elif, { reference, body: words, seen: 0 })
      await turnBack(reference, 60 * 24)
      await watchAll()
      await watchAll()
      await bring(reference, mira, { reply: 'We look.' })
    }
    const late = (await marksOf(reference)).filter(mark => mark.clock === 'next-reply')
    expect(late.map(mark => mark.kind)).toEqual(['breached', 'breached'])
  })

  test('leaves tickets alone that are solved, and does not wait for one that somebody works on', async () => {
    const solved = await dueIn(-1)
    await bring(solved, mira, { status: 'solved' })
    const busy = await dueIn(-1)
    const { ticket } = await ledger(busy)
    const sql = superuser()
    await sql.begin(async colleague => {
      await colleague`select from tickets where id = ${ticket.id} for update`
      expect(await watchAll()).toEqual([ticket.id])
    })
    await sql.end()
    expect(await marksOf(busy)).toEqual([])
    await Promise.all([watch(ticket.id), watch(ticket.id)])
    await watch(ticket.id)
    expect(await marksOf(busy)).toHaveLength(1)
    expect(await marksOf(solved)).toEqual([])
  })
})

test('Many late tickets come in pages, and none is left out', async () => {
  const reference = await dueIn(-1)
  const { ticket } = await ledger(reference)
  const { statusRank, priorityRank, queueDueAt, ...row } = ticket
  await transaction('test', tx =>
    tx
      .insert(tickets)
      .values(
        Array.from({ length: 120 }, (_, at) => ({ ...row, id: crypto.randomUUID(), reference: `T${at}` })),
      ),
  )
  const first = await nearlyDue(db)
  const second = await nearlyDue(db, first.at(-1))
  expect([first.length, second.length]).toEqual([100, 21])
  expect(new Set([...first, ...second]).size).toBe(121)
})
