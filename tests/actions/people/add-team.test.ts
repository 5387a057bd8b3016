import { beforeAll, expect, test } from 'vitest'
import { addTeam } from '#actions/people/add-team.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { openDesk } from '#tests/support/desk.ts'
import { teamRow } from '#tests/support/people.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

async function send(by: Actor, name: string) {
  return asVisitor(await signedInAs(by), () => addTeam(null, fill('people.add-team', by, { name })))
}

test('A new team is there under an id made from its name', async () => {
  const { redirect } = await send(ada, 'Lost & found')
  expect(redirect).toBe('/admin/teams/lost-found?done=added')
  expect(await teamRow('lost-found')).toMatchObject({ name: 'Lost & found', retiredAt: null })
})

test('A name that is too short stands in the form again, with words beside it', async () => {
  const before = await db.$count(teams)
  const { redirect, report } = await send(ada, ' ')
  expect(redirect).toBeNull()
  expect(report?.result.error?.fieldErrors?.name).toHaveLength(1)
  expect(await db.$count(teams)).toBe(before)
})

test('An agent makes no team', async () => {
  const before = await db.$count(teams)
  const { report } = await send(mira, 'Night shift')
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await db.$count(teams)).toBe(before)
})
