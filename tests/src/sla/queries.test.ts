import { beforeAll, expect, test } from 'vitest'
import { db } from '#src/lib/db/client.ts'
import { countPolicies, defaultAmong, policyById, policyList } from '#src/sla/queries.ts'
import { openDesk } from '#tests/support/desk.ts'
import { added, allPolicies, defaultRow } from '#tests/support/policies.ts'

beforeAll(openDesk)

test('Policies stand by priority, the most pressing first, and the default before the others', async () => {
  await added({ name: 'A name before all others' })
  const list = await policyList(db)
  expect(list).toHaveLength(await countPolicies(db))
  expect([...new Set(list.map(({ priority }) => priority))]).toEqual(['urgent', 'high', 'normal', 'low'])
  for (const priority of ['urgent', 'high', 'normal', 'low'] as const)
    expect(list.find(policy => policy.priority === priority)).toEqual(await defaultRow(priority))
})

test('A policy is known by its id; a mangled id and one that is not there are none', async () => {
  const [policy] = await allPolicies()
  expect(await policyById(db, policy?.id)).toEqual(policy)
  for (const id of [undefined, 'normal', crypto.randomUUID()]) expect(await policyById(db, id)).toBeNull()
})

test('The default of a priority is the policy that new tickets of it run by', async () => {
  expect(defaultAmong(await policyList(db), 'normal')).toEqual(await defaultRow('normal'))
})
