import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ada, jonas, mira, oskar } from '#src/demo/cast.ts'
import type { Agent } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { deactivate } from '#src/people/deactivate.ts'
import { assign } from '#src/tickets/assign.ts'
import { handBack } from '#src/tickets/hand-back.ts'
import { countInHand } from '#src/tickets/load-queries.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { actAsNow, agentRow, putBackPeople } from '#tests/support/people.ts'
import { composerOf, ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

const handBackOf = (agent: Agent, now: { active: boolean; team: string | null }) =>
  transaction(ada.userId, tx => handBack(tx, ada, { id: agent.agentId, ...now }))

/** Deactivates somebody and hands back what they had, as the action does. */
const takeLeaveOf = (agent: Agent) =>
  transaction(ada.userId, async tx =>
    handBack(tx, ada, await deactivate(tx, ada, { agentId: agent.agentId })),
  )

test('A ticket goes back to its own team; one without a team goes to the team of who leaves', async () => {
  const [own, none] = [await asked(), await asked()]
  await bring(own, ada, { team: 'parcels', assigneeId: jonas.agentId })
  await bring(none, ada, { assigneeId: jonas.agentId })
  await handBackOf(jonas, { active: false, team: 'bookings' })
  expect((await ledger(own)).ticket).toMatchObject({ team: 'parcels', assigneeId: null })
  expect((await ledger(none)).ticket).toMatchObject({ team: 'bookings', assigneeId: null })
})

test('The clocks of a ticket that is handed back run on as they were', async () => {
  for (const status of ['open', 'pending'] as const) {
    const reference = await ticketIn(status)
    await bring(reference, ada, { assigneeId: jonas.agentId })
    const { firstResponseDueAt, nextReplyDueAt, resolveDueAt, dueAt } = (await ledger(reference)).ticket
    await handBackOf(jonas, { active: false, team: 'parcels' })
    const after = { status, assigneeId: null, firstResponseDueAt, nextReplyDueAt, resolveDueAt, dueAt }
    expect((await ledger(reference)).ticket).toMatchObject(after)
  }
})

test('Who has nothing in hand hands nothing back, and nothing is written', async () => {
  const before = await db.$count(ticketEvents)
  await handBackOf(oskar, { active: false, team: 'parcels' })
  expect(await db.$count(ticketEvents)).toBe(before)
})

test('Nobody is given a ticket while they leave: it is handed back, or refused', async () => {
  for (let round = 0; round < 5; round++) {
    await putBackPeople()
    const reference = await asked()
    const form = { ...(await composerOf(reference)), assignee: mira.agentId }
    const [given] = await Promise.allSettled([actAsNow(assign, jonas, form), takeLeaveOf(mira)])
    expect(await agentRow(mira)).toMatchObject({ active: false })
    expect((await ledger(reference)).ticket.assigneeId).toBeNull()
    if (given.status === 'rejected') expect(given.reason).toMatchObject({ field: 'assignee' })
  }
})

test('Two hundred tickets are handed back within the time that a transaction has', async () => {
  const reference = await asked()
  const { ticket } = await ledger(reference)
  const { id, reference: _, statusRank, priorityRank, queueDueAt, ...columns } = ticket
  const copies = Array.from({ length: 200 }, (_, number) => ({
    ...columns,
    reference: `COPY${String(number).padStart(4, '0')}`,
    assigneeId: jonas.agentId,
    lastEventSeq: 0,
  }))
  await transaction('test', tx => tx.insert(tickets).values(copies))
  await takeLeaveOf(jonas)
  expect(await countInHand(db, jonas.agentId)).toBe(0)
  expect(await db.$count(tickets, eq(tickets.assigneeId, jonas.agentId))).toBe(0)
})
