import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { addTeam } from '#src/people/add-team.ts'
import { act, openDesk } from '#tests/support/desk.ts'
import { retire, teamRow } from '#tests/support/people.ts'

beforeAll(openDesk)

const add = (name: string) => act(addTeam, ada, { name })

test('A team is made under an id from its name, which agents and tickets can be given at once', async () => {
  const id = await add('Night shift')
  expect(await teamRow(id)).toMatchObject({ id: 'night-shift', name: 'Night shift', retiredAt: null })
})

test('Two names that make the same id make two ids', async () => {
  expect([await add('Night-shift!'), await add('Night shift?')]).toEqual(['night-shift-2', 'night-shift-3'])
})

test('A name that a team has is refused, whatever its capital letters', async () => {
  const before = await db.$count(teams)
  await expect(add('PARCELS AND POST')).rejects.toMatchObject({ field: 'name' })
  expect(await db.$count(teams)).toBe(before)
})

test('Of two administrators who make one team at one moment, the slower reads that it is there', async () => {
  const ends = await Promise.allSettled([add('Harbour'), add('Harbour')])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(ends.find(end => end.status === 'rejected')).toMatchObject({ reason: { field: 'name' } })
})

test('A retired name does not make a second team of that name', async () => {
  await retire('digital')
  const { name } = await teamRow('digital')
  await Promise.allSettled([add(name)])
  const rows = await db.select({ id: teams.id, name: teams.name }).from(teams)
  expect(rows.filter(team => team.name === name)).toEqual([{ id: 'digital', name }])
})

test('Nobody but an administrator makes a team', async () => {
  const before = await db.$count(teams)
  for (const somebody of [mira, elif])
    await expect(act(addTeam, somebody, { name: 'Ours' })).rejects.toThrow('Only an administrator can')
  expect(await db.$count(teams)).toBe(before)
})
