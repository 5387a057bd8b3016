import { beforeAll, expect, test } from 'vitest'
import { jonas, mira } from '#src/demo/cast.ts'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { clocksFrom, dueColumns } from '#src/sla/clocks.ts'
import { changePriority } from '#src/tickets/change-priority.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)

test('A new priority sets new targets from the same start, in one event that carries them', async () => {
  const reference = await asked()
  const opened = (await ledger(reference)).events[0]
  await act(changePriority, mira, { reference, priority: 'urgent', wasPriority: 'normal' })
  const { ticket, events, mail } = await ledger(reference)
  const minutes = (at: Date | null) => at && opened && (at.getTime() - opened.at.getTime()) / 60_000
  expect(ticket.priority).toBe('urgent')
  expect(minutes(ticket.firstResponseDueAt)).toBe(30)
  expect(minutes(ticket.resolveDueAt)).toBe(480)
  expect(events.at(-1)).toMatchObject({
    kind: 'updated',
    changes: [{ field: 'priority', from: 'normal', to: 'urgent' }],
    targets: { firstResponseMins: 30, resolveMins: 480 },
  })
  expect(mail).toHaveLength(1)
})

test('After each change the cached due times are those that the events alone give', async () => {
  const reference = await asked()
  for (const [was, priority] of [
    ['normal', 'low'],
    ['low', 'urgent'],
    ['urgent', 'high'],
  ] as const) {
    await act(changePriority, mira, { reference, priority, wasPriority: was })
    const { ticket, events } = await ledger(reference)
    expect(ticket).toMatchObject(dueColumns(clocksFrom(events, alwaysOpen)))
  }
})

test('A pending ticket takes a new priority without starting a clock that stands still', async () => {
  const reference = await ticketIn('pending')
  await act(changePriority, mira, { reference, priority: 'urgent', wasPriority: 'normal' })
  expect((await ledger(reference)).ticket).toMatchObject({ priority: 'urgent', dueAt: null })
})

test('The slower of two agents who choose different priorities reads which one stands', async () => {
  const reference = await asked()
  await bring(reference, jonas, { priority: 'high' })
  await expect(
    act(changePriority, mira, { reference, priority: 'urgent', wasPriority: 'normal' }),
  ).rejects.toMatchObject({ field: 'priority', message: expect.stringContaining('“High”') })
  expect((await ledger(reference)).ticket.priority).toBe('high')
})

test('A closed ticket keeps its priority', async () => {
  const reference = await ticketIn('closed')
  const before = await ledger(reference)
  await expect(
    act(changePriority, mira, { reference, priority: 'high', wasPriority: 'normal' }),
  ).rejects.toThrow('closed')
  expect(await ledger(reference)).toEqual(before)
})
