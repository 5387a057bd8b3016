import { beforeAll, expect, test } from 'vitest'
import { elif, mira, oskar, tom } from '#src/demo/cast.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { turnBack } from '#tests/support/turn-back.ts'

beforeAll(openDesk)

test.each([
  ['open', 'solved'],
  ['pending', 'solved'],
  ['solved', 'closed'],
] as const)('A requester who says that it is fixed brings a ticket from %s to %s', async (from, to) => {
  const reference = await ticketIn(from)
  const before = await ledger(reference)
  await act(confirmFixed, elif, { reference })
  const { ticket, messages, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({ status: to, dueAt: null, resolveDueAt: null, reopenCount: 0 })
  expect(ticket[to === 'solved' ? 'solvedAt' : 'closedAt']).toEqual(events.at(-1)?.at)
  expect(events).toHaveLength(before.events.length + 1)
  expect(events.at(-1)).toMatchObject({
    kind: 'confirmed',
    byRequester: true,
    messageId: null,
    changes: [{ field: 'status', from, to }],
  })
  expect([messages, mail]).toEqual([before.messages, before.mail])
})

test('A ticket that is closed already is not closed again', async () => {
  const reference = await ticketIn('closed')
  await turnBack(reference, 11)
  const before = await ledger(reference)
  await expect(act(confirmFixed, elif, { reference })).rejects.toThrow('This ticket is already closed.')
  expect(await ledger(reference)).toEqual(before)
})

test('A ticket that an agent solved again after the first word is closed by the second', async () => {
  const reference = await ticketIn('pending')
  await act(confirmFixed, elif, { reference })
  await bring(reference, mira, { status: 'open' })
  await bring(reference, mira, { status: 'solved' })
  await act(confirmFixed, elif, { reference })
  expect((await ledger(reference)).ticket.status).toBe('closed')
})

test('Only the requester says that it is fixed: no other customer and no agent', async () => {
  const reference = await ticketIn('pending')
  for (const stranger of [tom, mira, oskar])
    await expect(act(confirmFixed, stranger, { reference })).rejects.toThrow('There is no such ticket')
  expect((await ledger(reference)).ticket.status).toBe('pending')
})

test('An agent who asked for help says it as the requester', async () => {
  const reference = await asked(oskar)
  await act(confirmFixed, oskar, { reference })
  expect((await ledger(reference)).ticket).toMatchObject({ status: 'solved', assigneeId: null })
})
