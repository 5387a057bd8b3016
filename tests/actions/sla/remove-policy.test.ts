import { beforeAll, expect, test } from 'vitest'
import { removePolicy } from '#actions/sla/remove-policy.ts'
import { ada, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { openDesk } from '#tests/support/desk.ts'
import { added, allPolicies, defaultRow } from '#tests/support/policies.ts'
import { asVisitor, fill, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

async function send(by: Actor, policyId: string) {
  const form = fill('sla.remove-policy', by, { policyId })
  return asVisitor(await signedInAs(by), () => removePolicy(null, form))
}

test('A policy is removed', async () => {
  const before = await allPolicies()
  const { redirect } = await send(ada, await added())
  expect(redirect).toBe('/admin/sla?done=removed')
  expect(await allPolicies()).toEqual(before)
})

test('The default of a priority is not removed, and an agent removes none', async () => {
  const [id, { id: standing }] = [await added(), await defaultRow('normal')]
  const before = await allPolicies()
  const kept = await send(ada, standing)
  expect(kept.redirect).toBeNull()
  expect(kept.report?.result.error?.formErrors?.[0]).toContain('Make another one the default')
  const { report } = await send(mira, id)
  expect(report?.result.error?.formErrors?.[0]).toContain('Only an administrator can do this')
  expect(await allPolicies()).toEqual(before)
})
