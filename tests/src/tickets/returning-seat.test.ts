import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { reply } from '#src/tickets/reply.ts'
import { reportNotFixed } from '#src/tickets/report-not-fixed.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { putBackPeople, retire } from '#tests/support/people.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

const again = 'It is back.'

async function solvedByMira() {
  const reference = await asked()
  await bring(reference, ada, { team: 'bookings' })
  await bring(reference, mira, { status: 'solved' })
  expect((await ledger(reference)).ticket).toMatchObject({ team: 'bookings', assigneeId: mira.agentId })
  return reference
}

function changeMira(change: { active?: boolean; team?: string }) {
  return transaction('test', tx => tx.update(agents).set(change).where(eq(agents.id, mira.agentId)))
}

test('A ticket that is reopened stays with the agent who solved it', async () => {
  const reference = await solvedByMira()
  await act(reply, elif, { reference, seen: 0, body: again })
  const { ticket, events } = await ledger(reference)
  expect(ticket).toMatchObject({ status: 'open', team: 'bookings', assigneeId: mira.agentId })
  expect(events.at(-1)?.changes).toEqual([{ field: 'status', from: 'solved', to: 'open' }])
})

test('A ticket that is reopened waits for its team when the agent who solved it has left the desk', async () => {
  const reference = await solvedByMira()
  await changeMira({ active: false })
  await act(reply, elif, { reference, seen: 0, body: again })
  const { ticket, events } = await ledger(reference)
  expect(ticket).toMatchObject({ status: 'open', reopenCount: 1, team: 'bookings', assigneeId: null })
  expect(events.at(-1)).toMatchObject({
    kind: 'wrote',
    changes: [
      { field: 'status', from: 'solved', to: 'open' },
      { field: 'assignee', from: mira.agentId, to: null },
    ],
  })
})

test('The same holds for “not fixed”, and for an agent who has changed the team', async () => {
  const reference = await solvedByMira()
  await changeMira({ team: 'parcels' })
  await act(reportNotFixed, elif, { reference, body: again })
  expect((await ledger(reference)).ticket).toMatchObject({
    status: 'open',
    team: 'bookings',
    assigneeId: null,
  })
})

test('A follow-up goes into the team of the closed ticket, but into none when that was retired', async () => {
  const reference = await solvedByMira()
  await act(confirmFixed, elif, { reference })
  const { reference: first } = await act(reply, elif, { reference, seen: 0, body: again })
  expect((await ledger(first)).ticket).toMatchObject({ team: 'bookings', assigneeId: null })
  await retire('bookings')
  const { reference: second } = await act(reply, elif, { reference, seen: 0, body: 'And again.' })
  expect((await ledger(second)).ticket).toMatchObject({ team: null, assigneeId: null })
  expect((await ledger(reference)).ticket.team).toBe('bookings')
})
