import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { addPolicy } from '#src/sla/add-policy.ts'
import { act, openDesk } from '#tests/support/desk.ts'
import { added, allPolicies, defaultRow, policyRow, termsOf } from '#tests/support/policies.ts'

beforeAll(openDesk)

test('A new policy stands beside the default of its priority and does not take its place', async () => {
  const before = await defaultRow('normal')
  const id = await added({ name: 'Schools', firstResponseMins: 30, nextReplyMins: 45, resolveMins: 300 })
  expect(await policyRow(id)).toMatchObject({
    ...{ name: 'Schools', priority: 'normal', defaultSince: null },
    ...{ firstResponseMins: 30, nextReplyMins: 45, resolveMins: 300 },
  })
  expect(await defaultRow('normal')).toEqual(before)
})

test('The first policy of a priority is its default, so that no clock stands without a target', async () => {
  await transaction('test', tx => tx.delete(slaPolicies).where(eq(slaPolicies.priority, 'low')))
  const [first, second] = [await added({ priority: 'low' }), await added({ priority: 'low' })]
  expect(await defaultRow('low')).toMatchObject({ id: first })
  expect(await policyRow(second)).toMatchObject({ defaultSince: null })
})

test('Two policies that are both the first of a priority at one moment make one default', async () => {
  await transaction('test', tx => tx.delete(slaPolicies).where(eq(slaPolicies.priority, 'high')))
  await Promise.all([added({ priority: 'high' }), added({ priority: 'high' })])
  const high = (await allPolicies()).filter(policy => policy.priority === 'high')
  expect(high.map(policy => policy.defaultSince !== null).sort()).toEqual([false, true])
})

test('A name that a policy has is refused, whatever its capital letters and its priority', async () => {
  await added({ name: 'Harbour' })
  const before = await allPolicies()
  await expect(added({ name: 'HARBOUR', priority: 'urgent' })).rejects.toMatchObject({ field: 'name' })
  expect(await allPolicies()).toEqual(before)
})

test('Of two administrators who add one name at one moment, the slower reads that it is there', async () => {
  const ends = await Promise.allSettled([added({ name: 'Pier' }), added({ name: 'Pier' })])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(ends.find(end => end.status === 'rejected')).toMatchObject({ reason: { field: 'name' } })
})

test('Nobody but an administrator adds a policy', async () => {
  await expect(act(addPolicy, ada, termsOf())).resolves.toBeTypeOf('string')
  const before = await allPolicies()
  for (const somebody of [mira, elif])
    await expect(act(addPolicy, somebody, termsOf())).rejects.toThrow('Only an administrator can')
  expect(await allPolicies()).toEqual(before)
})
