import { beforeAll, expect, test } from 'vitest'
import { renameTeam } from '#actions/people/rename-team.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { openDesk } from '#tests/support/desk.ts'
import { teamRow } from '#tests/support/people.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

async function send(by: Actor, name: string) {
  const { name: wasName } = await teamRow('parcels')
  const form = fill('people.rename-team', by, { teamId: 'parcels', name, wasName })
  return asVisitor(await signedInAs(by), () => renameTeam(null, form))
}

test('A team gets another name and keeps its id', async () => {
  const { redirect } = await send(ada, 'Post and parcels')
  expect(redirect).toBe('/admin/teams/parcels?done=saved')
  expect(await teamRow('parcels')).toMatchObject({ name: 'Post and parcels' })
})

test('An agent renames no team', async () => {
  const before = await teamRow('parcels')
  const { report } = await send(mira, 'Mine now')
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await teamRow('parcels')).toEqual(before)
})
