import { beforeAll, expect, test } from 'vitest'
import { jonas, mira } from '#src/demo/cast.ts'
import { changeStatus } from '#src/tickets/change-status.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

test('Setting a ticket to pending is one event, stops the clock of the solution and orders no mail', async () => {
  const reference = await asked()
  await act(changeStatus, mira, { reference, status: 'pending', wasStatus: 'open' })
  const { ticket, messages, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({ status: 'pending', resolveDueAt: null, assigneeId: null })
  expect(ticket.firstResponseDueAt).not.toBeNull()
  expect(events).toMatchObject([
    { kind: 'opened' },
    { kind: 'updated', actorId: mira.userId, changes: [{ field: 'status', from: 'open', to: 'pending' }] },
  ])
  expect(messages).toHaveLength(1)
  expect(mail).toHaveLength(1)
})

test('Solving a ticket that nobody has gives it to the solver; one that somebody has stays theirs', async () => {
  const free = await asked()
  await act(changeStatus, mira, { reference: free, status: 'solved', wasStatus: 'open' })
  const taken = await asked()
  await bring(taken, jonas, { assigneeId: jonas.agentId })
  await act(changeStatus, mira, { reference: taken, status: 'solved', wasStatus: 'open' })
  const { ticket, events } = await ledger(free)
  expect(ticket).toMatchObject({ status: 'solved', assigneeId: mira.agentId, dueAt: null })
  expect(ticket.solvedAt).toEqual(events.at(-1)?.at)
  expect((await ledger(taken)).ticket).toMatchObject({ status: 'solved', assigneeId: jonas.agentId })
})

test.each(['open', 'pending'] as const)(
  'An agent who sets a solved ticket to %s reopens it, and it counts',
  async status => {
    const reference = await ticketIn('solved')
    await act(changeStatus, mira, { reference, status, wasStatus: 'solved' })
    const { ticket, events } = await ledger(reference)
    expect(ticket).toMatchObject({ status, reopenCount: 1, solvedAt: null })
    expect(ticket.reopenedAt).toEqual(events.at(-1)?.at)
  },
)

test('A closed ticket takes no status any more', async () => {
  const reference = await ticketIn('closed')
  const before = await ledger(reference)
  for (const status of ['open', 'pending', 'solved'] as const)
    await expect(act(changeStatus, mira, { reference, status, wasStatus: 'closed' })).rejects.toThrow(
      'Open a follow-up',
    )
  expect(await ledger(reference)).toEqual(before)
})

test('Choosing the status that the ticket has is told as such and leaves no event', async () => {
  const reference = await asked()
  for (const wasStatus of ['open', 'pending'])
    expect(await act(changeStatus, mira, { reference, status: 'open', wasStatus })).toBe('already-so')
  expect((await ledger(reference)).events).toHaveLength(1)
})

test('An agent whose page is older than a colleague’s change reads what the status is now', async () => {
  const reference = await asked()
  await bring(reference, jonas, { status: 'pending' })
  await expect(
    act(changeStatus, mira, { reference, status: 'solved', wasStatus: 'open' }),
  ).rejects.toMatchObject({ field: 'status', message: expect.stringContaining('“Pending”') })
  expect((await ledger(reference)).ticket.status).toBe('pending')
})
