import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ada, bram, elif, jonas, mira } from '#src/demo/cast.ts'
import type { Agent } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { changeAgent } from '#src/people/change-agent.ts'
import { deactivate } from '#src/people/deactivate.ts'
import { reactivate } from '#src/people/reactivate.ts'
import { openDesk } from '#tests/support/desk.ts'
import { actAsNow, agentFormOf, agentRow, putBackPeople, retire } from '#tests/support/people.ts'

beforeAll(openDesk)
beforeEach(putBackPeople)

const jonasAsAdmin = { ...jonas, role: 'admin' } satisfies Agent

function remove(by: Agent | typeof elif, agent: Agent) {
  return actAsNow(deactivate, by, { agentId: agent.agentId })
}

function bringBack(by: Agent, agent: Agent) {
  return actAsNow(reactivate, by, { agentId: agent.agentId })
}

async function signInTwice(...people: Agent[]) {
  const expiresAt = new Date(Date.now() + 86_400_000)
  for (const { userId } of [...people, ...people]) {
    const id = crypto.randomUUID()
    await db.insert(session).values({ id, token: id, userId, expiresAt })
  }
}

test('A deactivated agent is kept for the history, with who did it, and is signed out everywhere', async () => {
  await signInTwice(mira, jonas)
  await remove(ada, mira)
  const row = await agentRow(mira)
  expect(row).toMatchObject({ active: false, role: 'agent', team: 'bookings', deactivatedBy: ada.userId })
  expect(Date.now() - (row.deactivatedAt?.getTime() ?? 0)).toBeLessThan(60_000)
  expect(await db.$count(session, eq(session.userId, mira.userId))).toBe(0)
  expect(await db.$count(session, eq(session.userId, jonas.userId))).toBe(2)
})

test('Only an administrator deactivates and reactivates', async () => {
  for (const somebody of [elif, jonas])
    await expect(remove(somebody, mira)).rejects.toThrow('Only an administrator can do this')
  await expect(bringBack(jonas, bram)).rejects.toThrow('Only an administrator can do this')
  expect(await agentRow(mira)).toMatchObject({ active: true })
  expect(await agentRow(bram)).toMatchObject({ active: false })
})

test('Nobody deactivates themself, with another administrator there or without', async () => {
  await expect(remove(ada, ada)).rejects.toThrow('You cannot deactivate yourself.')
  await actAsNow(changeAgent, ada, await agentFormOf(jonas, { role: 'admin' }))
  await expect(remove(ada, ada)).rejects.toThrow('You cannot deactivate yourself.')
})

test('Of two administrators who deactivate each other at one moment, one stays', async () => {
  await actAsNow(changeAgent, ada, await agentFormOf(jonas, { role: 'admin' }))
  const ends = await Promise.allSettled([remove(ada, jonas), remove(jonasAsAdmin, ada)])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.$count(agents, and(eq(agents.role, 'admin'), eq(agents.active, true)))).toBe(1)
})

test('An agent who is deactivated is not deactivated again, and one who works stays as they are', async () => {
  const before = [await agentRow(bram), await agentRow(mira)]
  await remove(ada, bram)
  await bringBack(ada, mira)
  expect([await agentRow(bram), await agentRow(mira)]).toEqual(before)
})

test('The slower of two administrators reads who was faster', async () => {
  await actAsNow(changeAgent, ada, await agentFormOf(jonas, { role: 'admin' }))
  await remove(jonasAsAdmin, mira)
  await expect(remove(ada, mira)).rejects.toThrow(`${jonas.name} has already deactivated this agent.`)
})

test('A reactivated agent is back in role and team, but not in a team that was retired meanwhile', async () => {
  await remove(ada, mira)
  await bringBack(ada, mira)
  expect(await agentRow(mira)).toMatchObject({
    ...{ active: true, role: 'agent', team: 'bookings' },
    ...{ deactivatedAt: null, deactivatedBy: null },
  })
  await retire('bookings')
  await bringBack(ada, bram)
  expect(await agentRow(bram)).toMatchObject({ active: true, team: null })
})
