import { beforeAll, expect, test } from 'vitest'
import { ada, elif, mira } from '#src/demo/cast.ts'
import { changePolicy } from '#src/sla/change-policy.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { added, defaultRow, policyFormOf, policyRow } from '#tests/support/policies.ts'

beforeAll(openDesk)

test('A policy gets another name and other targets, and keeps its place', async () => {
  const { id, defaultSince } = await defaultRow('high')
  const wanted = { name: 'Same day', firstResponseMins: 20, nextReplyMins: 40, resolveMins: 480 }
  await act(changePolicy, ada, await policyFormOf(id, wanted))
  expect(await policyRow(id)).toMatchObject({ ...wanted, priority: 'high', defaultSince })
})

test('Other targets move no ticket that is open; the next ticket runs by them, and so does a new priority', async () => {
  const [standing, raised] = [await asked(), await asked()]
  const before = await ledger(standing)
  const { id, firstResponseMins } = await defaultRow('normal')
  await act(changePolicy, ada, await policyFormOf(id, { firstResponseMins: firstResponseMins + 7 }))
  const urgent = await defaultRow('urgent')
  await act(changePolicy, ada, await policyFormOf(urgent.id, { resolveMins: 777 }))
  expect(await ledger(standing)).toEqual(before)
  await bring(raised, mira, { priority: 'urgent' })
  expect((await ledger(raised)).events.at(-1)?.targets).toMatchObject({ resolveMins: 777 })
  const { events, ticket } = await ledger(await asked())
  expect(events[0]?.targets).toMatchObject({ policyId: id, firstResponseMins: firstResponseMins + 7 })
  const due = (events[0]?.at.getTime() ?? 0) + (firstResponseMins + 7) * 60_000
  expect(ticket.firstResponseDueAt?.getTime()).toBe(due)
})

test('Of two administrators, the slower reads what stands now in each field that both changed', async () => {
  const id = await added()
  const slower = await policyFormOf(id, { resolveMins: 900, nextReplyMins: 80 })
  await act(changePolicy, ada, await policyFormOf(id, { resolveMins: 800, nextReplyMins: 91 }))
  const before = await policyRow(id)
  await expect(act(changePolicy, ada, slower)).rejects.toMatchObject({
    field: 'nextReplyMins',
    message: expect.stringMatching(/each next reply to 91 .*the solution to 800 /),
  })
  expect(await policyRow(id)).toEqual(before)
})

test('What only one of two administrators touched merges, unless the two together are out of order', async () => {
  const id = await added()
  const [slower, late] = [
    await policyFormOf(id, { nextReplyMins: 80 }),
    await policyFormOf(id, { firstResponseMins: 500 }),
  ]
  await act(changePolicy, ada, await policyFormOf(id, { resolveMins: 400 }))
  expect(await act(changePolicy, ada, slower)).toBe('saved')
  expect(await policyRow(id)).toMatchObject({ nextReplyMins: 80, resolveMins: 400 })
  expect(await act(changePolicy, ada, slower)).toBe('already-so')
  await expect(act(changePolicy, ada, late)).rejects.toMatchObject({ field: 'firstResponseMins' })
  expect(await policyRow(id)).toMatchObject({ firstResponseMins: 60, resolveMins: 400 })
})

test('The name of another policy is refused; its own may be written in other capital letters', async () => {
  const [id] = [await added({ name: 'Quay' }), await added({ name: 'Jetty' })]
  await expect(act(changePolicy, ada, await policyFormOf(id, { name: 'jetty' }))).rejects.toMatchObject({
    field: 'name',
  })
  await act(changePolicy, ada, await policyFormOf(id, { name: 'QUAY' }))
  expect(await policyRow(id)).toMatchObject({ name: 'QUAY' })
})

test('A policy that is gone is named as such, and nobody but an administrator changes one', async () => {
  const id = await added()
  const form = await policyFormOf(id, { resolveMins: 900 })
  await expect(act(changePolicy, ada, { ...form, policyId: crypto.randomUUID() })).rejects.toThrow(
    'not there',
  )
  for (const somebody of [mira, elif])
    await expect(act(changePolicy, somebody, form)).rejects.toThrow('Only an administrator can')
  expect(await policyRow(id)).toMatchObject({ resolveMins: 600 })
})
