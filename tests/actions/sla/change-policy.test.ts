import { beforeAll, expect, test } from 'vitest'
import { changePolicy } from '#actions/sla/change-policy.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { openDesk } from '#tests/support/desk.ts'
import { added, policyFormOf, policyRow } from '#tests/support/policies.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

async function send(by: Actor, id: string, wanted: Parameters<typeof policyFormOf>[1]) {
  const form = fill('sla.change-policy', by, await policyFormOf(id, wanted))
  return asVisitor(await signedInAs(by), () => changePolicy(null, form))
}

test('A policy gets other targets', async () => {
  const id = await added()
  const { redirect } = await send(ada, id, { firstResponseMins: 15 })
  expect(redirect).toBe('/admin/sla?done=saved')
  expect(await policyRow(id)).toMatchObject({ firstResponseMins: 15, nextReplyMins: 90, resolveMins: 600 })
})

test('A solution that is due before the first reply is refused beside its field', async () => {
  const id = await added()
  const { redirect, report } = await send(ada, id, { resolveMins: 59 })
  expect(redirect).toBeNull()
  expect(Object.keys(report?.result.error?.fieldErrors ?? {})).toEqual(['resolveMins'])
  expect(await policyRow(id)).toMatchObject({ resolveMins: 600 })
})

test('An agent changes no policy', async () => {
  const id = await added()
  const { report } = await send(mira, id, { firstResponseMins: 15 })
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await policyRow(id)).toMatchObject({ firstResponseMins: 60 })
})
