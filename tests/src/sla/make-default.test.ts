import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { makeDefault } from '#src/sla/make-default.ts'
import { act, asked, ledger, openDesk } from '#tests/support/desk.ts'
import { added, allPolicies, defaultRow, policyRow } from '#tests/support/policies.ts'

beforeAll(openDesk)

const makeItDefault = (policyId: string) => act(makeDefault, ada, { policyId })

test('A policy takes the place of the default of its priority, and of no other', async () => {
  const [normal, others] = [await defaultRow('normal'), ['urgent', 'high', 'low'] as const]
  const before = await Promise.all(others.map(defaultRow))
  const id = await added()
  await makeItDefault(id)
  expect(await defaultRow('normal')).toMatchObject({ id })
  expect(await policyRow(normal.id)).toEqual({ ...normal, defaultSince: null })
  expect(await Promise.all(others.map(defaultRow))).toEqual(before)
})

test('New tickets run by the new default; those that are open keep the policy that they have', async () => {
  const reference = await asked()
  const before = await ledger(reference)
  const id = await added({ firstResponseMins: 11 })
  await makeItDefault(id)
  expect(await ledger(reference)).toEqual(before)
  const { ticket, events } = await ledger(await asked())
  expect(ticket.slaPolicyId).toBe(id)
  expect(events[0]?.targets).toMatchObject({ policyId: id, firstResponseMins: 11 })
})

test('When two policies are made the default at one moment, one of them is', async () => {
  const ids = [await added(), await added()]
  await Promise.all(ids.map(makeItDefault))
  const defaults = (await allPolicies()).filter(policy => policy.priority === 'normal' && policy.defaultSince)
  expect(defaults).toHaveLength(1)
  expect(ids).toContain(defaults[0]?.id)
})

test('The default stays what it is when it is made the default again, and nobody but an administrator makes one', async () => {
  const [id, before] = [await added(), await defaultRow('normal')]
  await makeItDefault(before.id)
  await expect(makeItDefault(crypto.randomUUID())).rejects.toThrow('not there')
  for (const somebody of [mira, elif])
    await expect(act(makeDefault, somebody, { policyId: id })).rejects.toThrow('Only an administrator can')
  expect(await defaultRow('normal')).toEqual(before)
})
