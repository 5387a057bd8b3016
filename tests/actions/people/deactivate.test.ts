import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { deactivate } from '#actions/people/deactivate.ts'
import { ada, elif, jonas, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { newAgent } from '#tests/support/in-administration.ts'
import { agentRow, putBackPeople } from '#tests/support/people.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

async function send(by: Actor, agentId: string, form = fill('people.deactivate', by, { agentId })) {
  return asVisitor(await signedInAs(by), () => deactivate(null, form))
}

test('A deactivated agent is signed out, and what they had in hand goes back to the team', async () => {
  const [open, pending] = [await asked(), await ticketIn('pending')]
  await bring(open, ada, { team: 'bookings', assigneeId: mira.agentId })
  await bring(pending, ada, { assigneeId: mira.agentId })
  await signedInAs(mira)
  const { redirect } = await send(ada, mira.agentId)
  expect(redirect).toBe(`/admin/agents/${mira.agentId}?done=deactivated`)
  expect(await agentRow(mira)).toMatchObject({ active: false, deactivatedBy: ada.userId })
  expect(await db.$count(session, eq(session.userId, mira.userId))).toBe(0)
  for (const [reference, status] of [
    [open, 'open'],
    [pending, 'pending'],
  ] as const)
    expect((await ledger(reference)).ticket).toMatchObject({ status, team: 'bookings', assigneeId: null })
})

test('Each ticket that is handed back has one event, in the name of the administrator and of the form', async () => {
  const reference = await asked()
  await bring(reference, ada, { assigneeId: mira.agentId })
  const before = await ledger(reference)
  const form = fill('people.deactivate', ada, { agentId: mira.agentId })
  const first = await send(ada, mira.agentId, form)
  const again = await send(ada, mira.agentId, form)
  expect(again.redirect).toBe(first.redirect)
  const { events, mail } = await ledger(reference)
  expect(events).toHaveLength(before.events.length + 1)
  expect(events.at(-1)).toMatchObject({
    kind: 'updated',
    actorId: ada.userId,
    submissionId: expect.any(String),
    changes: [
      { field: 'assignee', from: mira.agentId, to: null },
      { field: 'team', from: null, to: 'bookings' },
    ],
  })
  expect(mail).toEqual(before.mail)
})

test('What is solved or closed keeps the name of who did it, and a colleague keeps what is theirs', async () => {
  const references = [await ticketIn('solved'), await ticketIn('closed'), await asked()]
  await bring(references[2] ?? '', ada, { assigneeId: jonas.agentId })
  const before = await Promise.all(references.map(ledger))
  expect(before[0]?.ticket.assigneeId).toBe(mira.agentId)
  await send(ada, mira.agentId)
  expect(await Promise.all(references.map(ledger))).toEqual(before)
})

test('Nobody but an administrator deactivates anybody, and no administrator themself', async () => {
  for (const [by, agentId, words] of [
    [elif, mira.agentId, 'Only an administrator can do this'],
    [jonas, mira.agentId, 'Only an administrator can do this'],
    [ada, ada.agentId, 'You cannot deactivate yourself'],
  ] as const) {
    const { redirect, report } = await send(by, agentId)
    expect(redirect).toBeNull()
    expect(report?.result.error?.formErrors?.[0]).toContain(words)
  }
  expect(await agentRow(mira)).toMatchObject({ active: true })
  expect(await agentRow(ada)).toMatchObject({ active: true })
})

test('An administrator may decide about many agents at once: none of it waits for a deadlock to be broken', async () => {
  const deadlocks = await countOfDeadlocks()
  const leaving = await Promise.all(Array.from({ length: 12 }, newAgent))
  const ends = await Promise.all(leaving.map(agentId => send(ada, agentId)))
  expect(ends.map(end => end.redirect)).toEqual(
    leaving.map(agentId => `/admin/agents/${agentId}?done=deactivated`),
  )
  expect(await countOfDeadlocks()).toBe(deadlocks)
})

async function countOfDeadlocks() {
  const [row] = await db.execute<{ deadlocks: string }>(
    sql`select pg_stat_clear_snapshot(), deadlocks from pg_stat_database where datname = current_database()`,
  )
  return row?.deadlocks
}
