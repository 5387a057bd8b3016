import { beforeEach, expect, test } from 'vitest'
import { ada, elif, jonas, mira, noor, oskar } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { Priority } from '#src/tickets/status.ts'
import { takeNext } from '#src/tickets/take-next.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { superuser } from '#tests/support/outside.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await transaction('test', tx => tx.delete(tickets))
})

const next = (agent: typeof ada) => act(takeNext, agent, 'unassigned')
const urgent = (priority: Priority, by = elif) => asked(by, 'Stuck', priority)

test('The next ticket is the one that stands first in the queue', async () => {
  const normal = await urgent('normal')
  const first = await urgent('urgent')
  const pending = await urgent('urgent')
  await bring(pending, ada, { status: 'pending' })
  expect(await next(mira)).toBe(first)
  expect(await next(mira)).toBe(normal)
  expect(await next(mira)).toBeNull()
  const { ticket, events } = await ledger(first)
  expect(ticket).toMatchObject({ assigneeId: mira.agentId, team: 'bookings' })
  expect(events.map(event => event.kind)).toEqual(['opened', 'updated'])
})

test('Agents who ask at the same moment all get tickets, and no two of them the same', async () => {
  const opened = await Promise.all(Array.from({ length: 4 }, () => asked()))
  const taken = await Promise.all([ada, mira, jonas, noor].map(next))
  expect(new Set(taken)).toEqual(new Set(opened))
  for (const reference of opened) expect((await ledger(reference)).events).toHaveLength(2)
})

test('A ticket that a colleague has locked is passed over and not waited for', async () => {
  const first = await asked()
  const second = await asked()
  const outside = superuser()
  const taken = await outside.begin(async colleague => {
    await colleague`select from tickets where reference = ${first} for update`
    return next(mira)
  })
  await outside.end()
  expect(taken).toBe(second)
})

test('Tickets of other teams and of other agents are left to them', async () => {
  const parcels = await asked()
  await bring(parcels, ada, { team: 'parcels' })
  const taken = await asked()
  await bring(taken, ada, { assigneeId: ada.agentId })
  expect(await next(mira)).toBeNull()
  expect(await next(jonas)).toBe(parcels)
})

test('An agent’s own open ticket comes up again in “mine”, without an event', async () => {
  const reference = await asked()
  await bring(reference, mira, { assigneeId: mira.agentId })
  expect(await act(takeNext, mira, 'mine')).toBe(reference)
  expect((await ledger(reference)).events).toHaveLength(2)
})

test('Nobody is given a ticket that they asked for themselves, and a customer none at all', async () => {
  await asked(oskar)
  expect(await next(oskar)).toBeNull()
  expect(await act(takeNext, elif, 'unassigned')).toBeNull()
})
