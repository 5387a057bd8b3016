import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ada, bram, jonas, mira, noor } from '#src/demo/cast.ts'
import type { Agent } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { changeAgent } from '#src/people/change-agent.ts'
import { deactivate } from '#src/people/deactivate.ts'
import { openDesk } from '#tests/support/desk.ts'
import { actAsNow, agentFormOf, agentRow, putBackPeople, retire, teamRow } from '#tests/support/people.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

const miraAsAdmin = { ...mira, role: 'admin' } satisfies Agent

function change(by: Agent, form: Parameters<typeof changeAgent>[2]) {
  return actAsNow(changeAgent, by, form)
}

test('An administrator gives somebody another role and another team', async () => {
  await change(ada, await agentFormOf(mira, { role: 'admin', team: 'parcels' }))
  expect(await agentRow(mira)).toMatchObject({ role: 'admin', team: 'parcels' })
  await change(ada, await agentFormOf(mira, { role: 'agent', team: '' }))
  expect(await agentRow(mira)).toMatchObject({ role: 'agent', team: null })
})

test('Nobody but an administrator changes an agent, and not one whose rights went a moment ago', async () => {
  const form = await agentFormOf(noor, { role: 'admin' })
  await expect(change(mira, form)).rejects.toThrow('Only an administrator can do this')
  await change(ada, await agentFormOf(mira, { role: 'admin' }))
  await change(ada, await agentFormOf(mira, { role: 'agent' }))
  await expect(change(miraAsAdmin, form)).rejects.toThrow('Only an administrator can do this')
  expect(await agentRow(noor)).toMatchObject({ role: 'agent' })
})

test('The last administrator stays one, and a deactivated one does not count', async () => {
  await change(ada, await agentFormOf(mira, { role: 'admin' }))
  await actAsNow(deactivate, ada, { agentId: mira.agentId })
  await expect(change(ada, await agentFormOf(ada, { role: 'agent' }))).rejects.toMatchObject({
    field: 'role',
  })
  await change(ada, await agentFormOf(ada, { team: 'access' }))
  expect(await agentRow(ada)).toMatchObject({ role: 'admin', team: 'access' })
})

test('Of two administrators who demote each other at one moment, one stays', async () => {
  await change(ada, await agentFormOf(mira, { role: 'admin' }))
  const [first, second] = await Promise.all([
    agentFormOf(mira, { role: 'agent' }),
    agentFormOf(ada, { role: 'agent' }),
  ])
  const ends = await Promise.allSettled([change(ada, first), change(miraAsAdmin, second)])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.$count(agents, and(eq(agents.role, 'admin'), eq(agents.active, true)))).toBe(1)
})

test('The slower of two administrators is told what stands now, of each field that both set, and changes nothing', async () => {
  const slower = await agentFormOf(jonas, { team: 'access' })
  await change(ada, await agentFormOf(jonas, { team: 'digital', role: 'admin' }))
  const { name } = await teamRow('digital')
  await expect(change(ada, slower)).rejects.toMatchObject({
    field: 'team',
    message: expect.stringContaining(name),
  })
  // A page of another release did not say what it had shown.
  const { wasRole: _was, ...older } = slower
  await expect(change(ada, older)).rejects.toMatchObject({
    message: expect.stringMatching(`“Administrator” after .* “${name}” after`),
  })
  expect(await agentRow(jonas)).toMatchObject({ team: 'digital', role: 'admin' })
})

test('What only one of two administrators touched merges, and what stands already is told as such', async () => {
  const slower = await agentFormOf(jonas, { role: 'admin' })
  await change(ada, await agentFormOf(jonas, { team: 'digital' }))
  expect(await change(ada, slower)).toMatchObject({ changed: true })
  expect(await agentRow(jonas)).toMatchObject({ team: 'digital', role: 'admin' })
  expect(await change(ada, slower)).toMatchObject({ changed: false })
})

test('A retired team, a deactivated agent and an agent who is not there are refused', async () => {
  await retire('digital')
  await expect(change(ada, await agentFormOf(mira, { team: 'digital' }))).rejects.toMatchObject({
    field: 'team',
  })
  await expect(change(ada, await agentFormOf(bram, { role: 'admin' }))).rejects.toThrow('deactivated')
  const nobody = { ...(await agentFormOf(mira, {})), agentId: crypto.randomUUID() }
  await expect(change(ada, nobody)).rejects.toThrow('There is no such agent.')
})
