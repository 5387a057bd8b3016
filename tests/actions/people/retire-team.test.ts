import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { retireTeam } from '#actions/people/retire-team.ts'
import { ada, elif, jonas, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { putBackPeople, teamRow } from '#tests/support/people.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

async function send(by: Actor, teamId = 'parcels') {
  const form = fill('people.retire-team', by, { teamId })
  return asVisitor(await signedInAs(by), () => retireTeam(null, form))
}

function emptyTeam(team: string) {
  return transaction('test', tx => tx.update(agents).set({ team: null }).where(eq(agents.team, team)))
}

test('The tickets of a retired team are in no team, one event each, and who has one keeps it', async () => {
  const [taken, solved] = [await asked(), await ticketIn('solved')]
  await bring(taken, ada, { team: 'parcels', assigneeId: jonas.agentId })
  await bring(solved, ada, { team: 'parcels' })
  await emptyTeam('parcels')
  const { redirect } = await send(ada)
  expect(redirect).toBe('/admin/teams?done=retired')
  expect(await teamRow('parcels')).toMatchObject({ retiredAt: expect.any(Date), retiredBy: ada.userId })
  for (const reference of [taken, solved]) {
    const { ticket, events } = await ledger(reference)
    expect(ticket).toMatchObject({ team: null, assigneeId: reference === taken ? jonas.agentId : null })
    expect(events.at(-1)).toMatchObject({
      kind: 'updated',
      actorId: ada.userId,
      changes: [{ field: 'team', from: 'parcels', to: null }],
    })
  }
})

test('A closed ticket keeps the team that solved it', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'access', status: 'solved' })
  await act(confirmFixed, elif, { reference })
  await emptyTeam('access')
  await send(ada, 'access')
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'closed', team: 'access' })
})

test('A team that agents are still in is not retired, and its tickets stay', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'parcels' })
  const before = await ledger(reference)
  const { redirect, report } = await send(ada)
  expect(redirect).toBeNull()
  expect(report?.result.error?.formErrors?.[0]).toContain('Agents are still in this team.')
  expect(await teamRow('parcels')).toMatchObject({ retiredAt: null })
  expect(await ledger(reference)).toEqual(before)
})

test('An agent retires no team', async () => {
  await emptyTeam('parcels')
  const { report } = await send(mira)
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await teamRow('parcels')).toMatchObject({ retiredAt: null })
})
