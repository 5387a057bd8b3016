import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ada, bram, elif, mira, oskar, workingAgents } from '#src/demo/cast.ts'
import type { Agent } from '#src/lib/actor.ts'
import { transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { changeAgent } from '#src/people/change-agent.ts'
import { retireTeam } from '#src/people/retire-team.ts'
import { act, openDesk } from '#tests/support/desk.ts'
import { agentFormOf, agentRow, putBackPeople, teamRow } from '#tests/support/people.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

const retire = (teamId: string) => act(retireTeam, ada, { teamId })

function emptyTeam(team: string) {
  return transaction('test', tx => tx.update(agents).set({ team: null }).where(eq(agents.team, team)))
}

test('A team is retired once its last active agent has left it; who was deactivated does not count', async () => {
  await expect(retire('bookings')).rejects.toThrow('Agents are still in this team.')
  for (const agent of workingAgents.filter(({ team }) => team === 'bookings'))
    await act(changeAgent, ada, await agentFormOf(agent, { team: '' }))
  await retire('bookings')
  expect(await teamRow('bookings')).toMatchObject({ retiredAt: expect.any(Date), retiredBy: ada.userId })
  expect(await agentRow(bram)).toMatchObject({ active: false, team: 'bookings' })
})

test('A team is not retired under somebody who joins it at the same moment', async () => {
  await emptyTeam('parcels')
  const join = act(changeAgent, ada, await agentFormOf(oskar, { team: 'parcels' }))
  const ends = await Promise.allSettled([join, retire('parcels')])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [{ team }, { retiredAt }] = [await agentRow(oskar), await teamRow('parcels')]
  expect(team === null).toBe(retiredAt !== null)
})

test('A team is retired once, by an administrator', async () => {
  await emptyTeam('access')
  for (const somebody of [mira, elif])
    await expect(act(retireTeam, somebody, { teamId: 'access' })).rejects.toThrow('Only an administrator can')
  await retire('access')
  const before = await teamRow('access')
  await retire('access')
  await expect(retire('nowhere')).rejects.toThrow('There is no such team.')
  expect(await teamRow('access')).toEqual(before)
})

test('The slower of two administrators reads who was faster', async () => {
  await emptyTeam('access')
  await retire('access')
  const other = { ...mira, role: 'admin' } satisfies Agent
  await expect(act(retireTeam, other, { teamId: 'access' })).rejects.toThrow(
    `${ada.name} has already retired`,
  )
})
