import { beforeAll, expect, test } from 'vitest'
import { elif, mira, oskar, tom } from '#src/demo/cast.ts'
import { addNote } from '#src/tickets/add-note.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import { act, asked, bring, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const note = (reference: string, seen: number) => ({ reference, seen, body: 'She sounds upset.' })

test.each(['open', 'pending', 'solved', 'closed'] as const)(
  'A note on a ticket that is %s changes nothing but the history, and orders no mail',
  async status => {
    const reference = await ticketIn(status)
    const before = await ledger(reference)
    await act(addNote, mira, note(reference, before.ticket.lastEventSeq))
    const after = await ledger(reference)
    const { lastEventSeq } = before.ticket
    expect(after.ticket).toEqual({
      ...before.ticket,
      lastEventSeq: lastEventSeq + 1,
      updatedAt: after.ticket.updatedAt,
    })
    expect(after.messages.at(-1)).toMatchObject({ isInternal: true, authorId: mira.userId })
    expect(after.events.at(-1)).toMatchObject({ kind: 'noted', changes: [], actorId: mira.userId })
    expect(after.events.at(-1)?.messageId).toBe(after.messages.at(-1)?.id)
    expect(after.mail).toEqual(before.mail)
  },
)

test('A note on a ticket that its requester solved, and that nobody has, gives it to nobody', async () => {
  const reference = await asked()
  await act(confirmFixed, elif, { reference })
  await act(addNote, mira, note(reference, 2))
  const { ticket, events } = await ledger(reference)
  expect(ticket).toMatchObject({ status: 'solved', assigneeId: null })
  expect(events.at(-1)?.changes).toEqual([])
})

test('A note is not written when somebody else wrote meanwhile, and the agent is shown what', async () => {
  const reference = await asked()
  await bring(reference, oskar, { note: 'I know this customer.' })
  const refusal = await act(addNote, mira, note(reference, 1)).catch(error => error)
  expect(refusal.news).toMatchObject([{ author: oskar.name, body: 'I know this customer.', internal: true }])
  expect((await ledger(reference)).messages).toHaveLength(2)
})

test('Nobody but an agent adds notes, and an agent none to a ticket of their own', async () => {
  const reference = await asked()
  const own = await asked(oskar)
  const nothing = 'There is no such ticket for you. Check the reference.'
  await expect(act(addNote, elif, note(reference, 1))).rejects.toThrow(nothing)
  await expect(act(addNote, tom, note(reference, 1))).rejects.toThrow(nothing)
  await expect(act(addNote, oskar, note(own, 1))).rejects.toThrow(nothing)
  expect((await ledger(reference)).events).toHaveLength(1)
  expect((await ledger(own)).events).toHaveLength(1)
})
