import { beforeAll, expect, test } from 'vitest'
import { ada, bram, castAgents, jonas, mira, workingAgents } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { agentById, agentsPage, headcount, teamById, teamsWithMembers } from '#src/people/queries.ts'
import { openDesk } from '#tests/support/desk.ts'
import { retire } from '#tests/support/people.ts'

beforeAll(openDesk)

test('The desk counts those who work here, not those who left, and the teams in use', async () => {
  expect(await headcount(db)).toEqual({ agents: workingAgents.length, teams: 4 })
})

test('An agent is known by id, with the team by name; no id and a mangled one are nobody', async () => {
  expect(await agentById(db, mira.agentId)).toMatchObject({
    ...{ name: mira.name, email: mira.email, teamName: 'Bookings and piers' },
    ...{ active: true, lastAdministrator: false },
  })
  expect(await agentById(db, bram.agentId)).toMatchObject({ active: false, deactivatedBy: ada.name })
  for (const id of [undefined, '', 'mira', crypto.randomUUID(), ['a', 'b']])
    expect(await agentById(db, id)).toBeNull()
})

test('The only administrator is known as the last one, and no agent is', async () => {
  expect(await agentById(db, ada.agentId)).toMatchObject({ lastAdministrator: true })
  expect(await agentById(db, jonas.agentId)).toMatchObject({ lastAdministrator: false })
})

test('A team is shown with the active agents in it, and a retired one is not there', async () => {
  const members = workingAgents.filter(({ team }) => team === 'bookings').map(({ name }) => name)
  expect((await teamById(db, 'bookings'))?.members.map(({ name }) => name).sort()).toEqual(members.sort())
  expect((await teamsWithMembers(db)).find(({ id }) => id === 'bookings')).toMatchObject({
    members: members.length,
  })
  await retire('digital')
  expect(await teamById(db, 'digital')).toMatchObject({ retiredAt: expect.any(Date) })
  expect((await teamsWithMembers(db)).map(({ id }) => id)).not.toContain('digital')
  for (const id of [undefined, 'nowhere', 'Bookings', "'; drop"]) expect(await teamById(db, id)).toBeNull()
})

test('Every agent stands on one page of the list exactly once, in the order of their names', async () => {
  const more = Array.from({ length: 120 }, (_, number) => `more-${number}`)
  await transaction('test', async tx => {
    await tx
      .insert(user)
      .values(more.map((id, number) => ({ id, name: `Sam ${number % 7}`, email: `${id}@kelpbay.test` })))
    await tx.insert(agents).values(more.map(userId => ({ userId })))
  })
  const seen: { id: string; name: string }[] = []
  let page = await agentsPage(db)
  expect(page.first).toBe(true)
  for (; page.next; page = await agentsPage(db, page.next)) seen.push(...page.agents)
  seen.push(...page.agents)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(castAgents.length + more.length)
  expect(seen).toHaveLength(castAgents.length + more.length)
  const names = seen.map(({ name }) => name.toLowerCase()).filter(name => name.startsWith('sam '))
  expect(names).toEqual([...names].sort())
})

test('A place in the list that was tampered with starts the list anew', async () => {
  for (const after of ['nowhere', ['a'], '5'])
    expect(await agentsPage(db, after)).toMatchObject({ first: true })
})
