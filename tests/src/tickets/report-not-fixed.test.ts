import { beforeAll, expect, test } from 'vitest'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { reportNotFixed } from '#src/tickets/report-not-fixed.ts'
import { act, asked, ledger, openDesk } from '#tests/support/desk.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

beforeAll(openDesk)
const stillWrong = (reference: string) => ({ reference, body: 'It squeaks now.' })

test.each([
  ['pending', 0],
  ['solved', 1],
] as const)('“Not fixed” opens a ticket that is %s, and counts %i as reopened', async (from, reopenCount) => {
  const reference = await ticketIn(from)
  expect(await act(reportNotFixed, elif, stillWrong(reference))).toEqual({ reference, done: 'not-fixed' })
  const { ticket, messages, events } = await ledger(reference)
  expect(ticket).toMatchObject({ status: 'open', reopenCount, solvedAt: null })
  expect(ticket.resolveDueAt).not.toBeNull()
  expect(messages.at(-1)).toMatchObject({ body: 'It squeaks now.', isInternal: false })
  expect(events.at(-1)).toMatchObject({
    kind: 'disputed',
    byRequester: true,
    messageId: messages.at(-1)?.id,
    changes: [{ field: 'status', from, to: 'open' }],
  })
})

test('On an open ticket there is nothing to dispute, and the words say what to do', async () => {
  const reference = await asked()
  await expect(act(reportNotFixed, elif, stillWrong(reference))).rejects.toThrow('Write a reply')
  expect((await ledger(reference)).messages).toHaveLength(1)
})

test('On a closed ticket it goes into a new one that follows it, and the old one is untouched', async () => {
  const closed = await ticketIn('closed')
  const before = await ledger(closed)
  const { reference } = await act(reportNotFixed, elif, stillWrong(closed))
  expect(reference).not.toBe(closed)
  expect(await ledger(closed)).toEqual(before)
  const { ticket, messages, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({ followUpOfId: before.ticket.id, status: 'open', requesterId: elif.userId })
  expect(messages).toMatchObject([{ body: 'It squeaks now.' }])
  expect(events.map(event => event.kind)).toEqual(['opened'])
  expect(mail.map(order => order.kind)).toEqual(['opened'])
})

test('Only the requester disputes', async () => {
  const reference = await ticketIn('solved')
  for (const stranger of [tom, mira])
    await expect(act(reportNotFixed, stranger, stillWrong(reference))).rejects.toThrow('no such ticket')
  expect((await ledger(reference)).ticket.status).toBe('solved')
})
