import { beforeAll, beforeEach, expect, test } from 'vitest'
import { changeAgent } from '#actions/people/change-agent.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor, Agent } from '#src/lib/actor.ts'
import { asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { agentFormOf, agentRow, putBackPeople } from '#tests/support/people.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

async function send(by: Actor, wanted: Parameters<typeof agentFormOf>[1], agent: Agent = mira) {
  const form = fill('people.change-agent', by, await agentFormOf(agent, wanted))
  return asVisitor(await signedInAs(by), () => changeAgent(null, form))
}

test('An agent who changes the team loses the tickets of other teams, and keeps those of none', async () => {
  const [inTeam, inNone] = [await asked(), await asked()]
  await bring(inTeam, ada, { team: 'bookings', assigneeId: mira.agentId })
  await bring(inNone, ada, { assigneeId: mira.agentId })
  const { redirect } = await send(ada, { team: 'parcels' })
  expect(redirect).toBe(`/admin/agents/${mira.agentId}?done=saved`)
  expect(await agentRow(mira)).toMatchObject({ team: 'parcels' })
  const { ticket, events } = await ledger(inTeam)
  expect(ticket).toMatchObject({ team: 'bookings', assigneeId: null })
  expect(events.at(-1)).toMatchObject({
    kind: 'updated',
    actorId: ada.userId,
    changes: [{ field: 'assignee', from: mira.agentId, to: null }],
  })
  expect((await ledger(inNone)).ticket).toMatchObject({ team: null, assigneeId: mira.agentId })
})

test('An agent who is in no team any more loses the tickets of every team', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'bookings', assigneeId: mira.agentId })
  await send(ada, { team: '' })
  expect((await ledger(reference)).ticket).toMatchObject({ team: 'bookings', assigneeId: null })
})

test('Another role moves no ticket', async () => {
  const reference = await asked()
  await bring(reference, ada, { team: 'bookings', assigneeId: mira.agentId })
  const before = await ledger(reference)
  await send(ada, { role: 'admin' })
  expect(await agentRow(mira)).toMatchObject({ role: 'admin', team: 'bookings' })
  expect(await ledger(reference)).toEqual(before)
})

test('Agents do not make administrators of themselves', async () => {
  const { redirect, report } = await send(mira, { role: 'admin' })
  expect(redirect).toBeNull()
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await agentRow(mira)).toMatchObject({ role: 'agent' })
})

test('An administrator who steps down is sent to the desk, where there is still a page for them', async () => {
  await send(ada, { role: 'admin' })
  const { redirect } = await send(ada, { role: 'agent' }, ada)
  expect(redirect).toBe('/desk?done=saved')
  expect(await agentRow(ada)).toMatchObject({ role: 'agent' })
})
