import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { renameTeam } from '#src/people/rename-team.ts'
import { act, openDesk } from '#tests/support/desk.ts'
import { retire, teamRow } from '#tests/support/people.ts'

beforeAll(openDesk)

/** What the page of this team that is opened now would send with another name. */
async function formOf(teamId: string, name: string) {
  return { teamId, name, wasName: (await teamRow(teamId)).name }
}

test('A team gets another name, and may write its own name in other capital letters', async () => {
  await act(renameTeam, ada, await formOf('parcels', 'Post office'))
  await act(renameTeam, ada, await formOf('parcels', 'POST office'))
  expect(await teamRow('parcels')).toMatchObject({ id: 'parcels', name: 'POST office' })
})

test('The name of another team is refused, also of a retired one', async () => {
  await retire('digital')
  const before = await teamRow('parcels')
  for (const { name } of [await teamRow('access'), await teamRow('digital')])
    await expect(act(renameTeam, ada, await formOf('parcels', name.toUpperCase()))).rejects.toMatchObject({
      field: 'name',
      message: expect.stringContaining(name),
    })
  expect(await teamRow('parcels')).toEqual(before)
})

test('Of two administrators who rename one team, the slower reads the name that it has now', async () => {
  const slower = await formOf('bookings', 'Tickets')
  await act(renameTeam, ada, await formOf('bookings', 'Piers'))
  await expect(act(renameTeam, ada, slower)).rejects.toThrow('“Piers”')
  expect(await act(renameTeam, ada, { ...slower, name: 'Piers' })).toBe('already-so')
  expect(await teamRow('bookings')).toMatchObject({ name: 'Piers' })
})

test('A team that is retired or not there is not renamed, and nobody but an administrator renames one', async () => {
  await expect(act(renameTeam, ada, await formOf('digital', 'Website'))).rejects.toThrow('retired')
  const nowhere = { teamId: 'nowhere', name: 'Somewhere' }
  await expect(act(renameTeam, ada, nowhere)).rejects.toThrow('There is no such team.')
  for (const somebody of [mira, elif])
    await expect(act(renameTeam, somebody, await formOf('access', 'Ours'))).rejects.toThrow(
      'Only an administrator can',
    )
})
