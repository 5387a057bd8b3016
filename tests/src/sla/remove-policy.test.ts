import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { makeDefault } from '#src/sla/make-default.ts'
import { removePolicy } from '#src/sla/remove-policy.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { added, allPolicies, defaultRow } from '#tests/support/policies.ts'

beforeAll(openDesk)

const remove = (policyId: string) => act(removePolicy, ada, { policyId })

test('A policy that is no default is gone, and the others stay', async () => {
  const before = await allPolicies()
  await remove(await added())
  expect(await allPolicies()).toEqual(before)
})

test('The default of a priority stays, also when it became that at the same moment', async () => {
  const standing = await defaultRow('normal')
  await expect(remove(standing.id)).rejects.toThrow('Make another one the default')
  const id = await added()
  const ends = await Promise.allSettled([act(makeDefault, ada, { policyId: id }), remove(id)])
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(defaultRow('normal')).resolves.toBeDefined()
})

test('A ticket that runs by a policy which is removed keeps its targets and its clocks', async () => {
  const [standing, id] = [await defaultRow('normal'), await added({ firstResponseMins: 13 })]
  await act(makeDefault, ada, { policyId: id })
  const reference = await asked()
  const before = await ledger(reference)
  await act(makeDefault, ada, { policyId: standing.id })
  await remove(id)
  const after = await ledger(reference)
  expect(after).toEqual(before)
  await bring(reference, mira, { note: 'Looked at it.' })
  expect((await ledger(reference)).ticket.firstResponseDueAt).toEqual(before.ticket.firstResponseDueAt)
})

test('A policy is removed once, by an administrator', async () => {
  const id = await added()
  for (const somebody of [mira, elif])
    await expect(act(removePolicy, somebody, { policyId: id })).rejects.toThrow('Only an administrator can')
  expect(await remove(id)).toBe('removed')
  expect(await remove(id)).toBe('removed-before')
})
