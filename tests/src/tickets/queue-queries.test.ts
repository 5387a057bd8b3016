import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { ada, elif, jonas, mira, noor, oskar, tom } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { cursorOf } from '#src/lib/keyset.ts'
import { queueFilters } from '#src/tickets/filters.ts'
import { type QueueName, queueNames } from '#src/tickets/queue-names.ts'
import { countInWords, queueCounts, queuePage } from '#src/tickets/queue-queries.ts'
import type { Priority } from '#src/tickets/status.ts'
import { asked, bring, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', tx => tx.delete(tickets))
})

const none = queueFilters.parse({})
const open = (priority: Priority, subject = 'Stuck') => asked(elif, subject, priority)
const change = (reference: string, row: Partial<typeof tickets.$inferInsert>) =>
  transaction('test', tx => tx.update(tickets).set(row).where(eq(tickets.reference, reference)))

async function queue(name: QueueName, agent = mira, filters: Record<string, unknown> = {}) {
  const { rows } = await queuePage(db, agent, name, queueFilters.parse(filters))
  return rows.map(row => row.reference)
}

describe('The order of a queue', () => {
  test('is: what is late, then the nearest due time, then priority, then age; pending and solved sink', async () => {
    const due = new Date(Date.now() + 3_600_000)
    const [low, older, younger] = [await open('low'), await open('high'), await open('high')]
    const late = await open('low')
    const soon = await open('low')
    const never = await open('urgent')
    for (const reference of [low, older, younger]) await change(reference, { dueAt: due })
    await change(late, { dueAt: new Date(Date.now() - 60_000) })
    await change(soon, { dueAt: new Date(Date.now() + 60_000) })
    await change(never, { dueAt: null })
    const [pending, solved] = [await ticketIn('pending'), await ticketIn('solved')]
    await change(solved, { dueAt: new Date(0) })
    await change(pending, { dueAt: new Date(0) })
    expect(await queue('all')).toEqual([late, soon, older, younger, low, never, pending, solved])
  })
})

describe('A queue', () => {
  test('holds what its name says, and its count says how many', async () => {
    const unassigned = await asked()
    const mine = await asked()
    await bring(mine, ada, { assigneeId: mira.agentId, team: 'bookings' })
    const theirs = await asked()
    await bring(theirs, ada, { assigneeId: jonas.agentId, team: 'parcels' })
    const pending = await ticketIn('pending')
    const solved = await ticketIn('solved')
    const closed = await ticketIn('closed')
    const late = await asked(tom)
    await change(late, { dueAt: new Date(Date.now() - 60_000) })
    const expected: Record<QueueName, string[]> = {
      unassigned: [late, unassigned, pending],
      mine: [mine],
      team: [mine],
      open: [late, unassigned, mine, theirs],
      pending: [pending],
      breaching: [late],
      solved: [solved],
      all: [late, unassigned, mine, theirs, pending, solved, closed],
    }
    const counts = await queueCounts(db, mira)
    for (const name of queueNames) {
      expect(new Set(await queue(name)), name).toEqual(new Set(expected[name]))
      expect(counts[name], name).toBe(expected[name].length)
    }
  })

  test('of the team is empty for an agent who is in none', async () => {
    await asked()
    expect(await queue('team', noor)).toEqual([])
    expect(await queueCounts(db, noor)).toMatchObject({ team: 0, open: 1 })
  })

  test('never shows an agent a ticket of their own, and does not count it', async () => {
    const reference = await asked(oskar)
    expect(await queue('all', oskar)).toEqual([])
    expect(await queueCounts(db, oskar)).toMatchObject({ all: 0, unassigned: 0 })
    expect(await queue('all', mira)).toEqual([reference])
  })
})

describe('The filters of a queue', () => {
  test('leave what they name, each alone and all together', async () => {
    const plain = await asked()
    const match = await open('high', 'The 100%_safe \\ ramp')
    await bring(match, ada, { assigneeId: mira.agentId, team: 'bookings', status: 'pending' })
    const each = { status: 'pending', priority: 'high', team: 'bookings', assignee: mira.agentId }
    for (const [name, value] of Object.entries(each))
      expect(await queue('all', mira, { [name]: value }), name).toEqual([match])
    expect(await queue('all', mira, { ...each, q: 'RAMP' })).toEqual([match])
    expect(await queue('all', mira, { team: 'none' })).toEqual([plain])
    expect(await queue('all', mira, { assignee: 'none' })).toEqual([plain])
    expect(await queue('all', mira, { ...each, status: 'solved' })).toEqual([])
  })

  test('take text as it is written, and a reference as people type it', async () => {
    const wanted = await open('low', 'The 100%_safe \\ ramp')
    await open('low', 'The 100 most safe ramps')
    for (const q of [
      '100%_safe',
      '\\',
      '%_',
      wanted.toLowerCase(),
      `${wanted.slice(0, 4)} ${wanted.slice(4)}`,
    ])
      expect(await queue('all', mira, { q }), q).toEqual([wanted])
  })

  test('that nobody could have chosen filter nothing and never fail', async () => {
    const reference = await asked()
    for (const odd of [
      { status: 'x' },
      { priority: ['a'] },
      { assignee: 'me' },
      { q: '\u0000' },
      { team: '' },
    ])
      expect(await queue('all', mira, odd)).toEqual([reference])
  })
})

describe('The pages of a queue', () => {
  test('hold every unchanged ticket once, while others are opened, answered and moved between them', async () => {
    const made = await many(130)
    const first = await queuePage(db, mira, 'open', none)
    const [changed, moved] = [first.rows[10]?.reference ?? '', first.rows[20]?.reference ?? '']
    await change(changed, { dueAt: new Date(0) })
    await change(moved, { dueAt: null })
    await open('urgent')
    const second = await queuePage(db, mira, 'open', none, first.next)
    const gone = second.rows[5]?.reference ?? ''
    await bring(gone, mira, { status: 'pending' })
    const third = await queuePage(db, mira, 'open', none, second.next)
    const seen = [first, second, third].flatMap(page => page.rows.map(row => row.reference))
    for (const reference of made.filter(reference => ![changed, moved, gone].includes(reference)))
      expect(seen.filter(other => other === reference)).toHaveLength(1)
    expect([first.first, second.first, third.next]).toEqual([true, false, undefined])
  })

  test('are told apart also where everything but the id is the same', async () => {
    await many(60)
    const same = new Date()
    await transaction('test', tx => tx.update(tickets).set({ dueAt: null, createdAt: same }))
    const first = await queuePage(db, mira, 'all', none)
    const second = await queuePage(db, mira, 'all', none, first.next)
    const seen = [...first.rows, ...second.rows].map(row => row.reference)
    expect([seen.length, new Set(seen).size]).toEqual([60, 60])
  })

  test('start anew at a cursor that somebody made up, and never fail', async () => {
    const reference = await asked()
    const id = crypto.randomUUID()
    const when = '2026-01-01T00:00:00.000Z'
    const madeUp = [
      'x',
      cursorOf([0]),
      cursorOf(['a', 'b', 'c', 'd', 'e']),
      cursorOf([0, when, 0, when, 'not a uuid']),
      cursorOf([0, 'never', 0, when, id]),
      cursorOf([0, '2026-02-31T00:00:00.000Z', 0, when, id]),
      cursorOf([1e9, when, 0, when, id]),
      cursorOf([0.5, when, 0, when, id]),
      cursorOf([0, when, 0, '\u0000', id]),
    ]
    for (const cursor of madeUp) {
      const { rows, first } = await queuePage(db, mira, 'all', none, cursor)
      expect([rows[0]?.reference, first], String(cursor)).toEqual([reference, true])
    }
  })

  test('are read by the index of the queue, without sorting everything', async () => {
    await many(60)
    const plan = await transaction('test', async tx => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return tx.execute(
        sql`explain select id from tickets where requester_id <> 'x'
          order by status_rank, queue_due_at, priority_rank, created_at, id limit 51`,
      )
    })
    expect(JSON.stringify(plan)).toContain('idx_ticket_queue')
  })
})

/** So many tickets of Elif, ten at a time: a hundred at once would run out of their time where the machine is slow. */
async function many(count: number): Promise<string[]> {
  const made: string[] = []
  while (made.length < count)
    made.push(
      ...(await Promise.all(Array.from({ length: Math.min(10, count - made.length) }, () => asked(elif)))),
    )
  return made
}

test('A queue is counted up to a thousand, and says so where there are more', () => {
  expect([0, 1000, 1001].map(countInWords)).toEqual(['0', '1,000', '1,000+'])
})
