import { beforeAll, expect, test } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { openTicket } from '#src/tickets/open-ticket.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { act, ledger, openDesk } from '#tests/support/desk.ts'

beforeAll(openDesk)

test('A new ticket is one row, one public message, one event and one mail with the reference', async () => {
  const input = { subject: 'Wheelchair ramp', body: 'Is there one on the 7:40?', priority: 'high' as const }
  const { reference } = await act(openTicket, elif, input)
  expect(parseReference(reference)).toEqual({ ok: true, reference })
  const { ticket, messages, events, mail } = await ledger(reference)
  expect(ticket).toMatchObject({
    requesterId: elif.userId,
    subject: input.subject,
    status: 'open',
    priority: 'high',
    channel: 'web',
    lastEventSeq: 1,
  })
  expect(messages).toMatchObject([{ authorId: elif.userId, body: input.body, isInternal: false }])
  expect(events).toMatchObject([
    { seq: 1, kind: 'opened', actorId: elif.userId, byRequester: true, messageId: messages[0]?.id },
  ])
  expect(mail).toMatchObject([{ kind: 'opened', toAddress: elif.email }])
  expect(mail[0]?.body).toContain(`${reference.slice(0, 4)}-${reference.slice(4)}`)
})

test('Both clocks start when a ticket is opened, by the default policy of its priority', async () => {
  const { reference } = await act(openTicket, elif, {
    subject: 'Stuck',
    body: 'At the pier.',
    priority: 'urgent',
  })
  const { ticket, events } = await ledger(reference)
  const minutes = (at: Date | null) => at && (at.getTime() - (events[0]?.at.getTime() ?? 0)) / 60_000
  expect(minutes(ticket.firstResponseDueAt)).toBe(30)
  expect(minutes(ticket.resolveDueAt)).toBe(480)
  expect(ticket.dueAt).toEqual(ticket.firstResponseDueAt)
})

test('A line break in a subject cannot add a header to the mail', async () => {
  const { reference } = await act(openTicket, elif, {
    subject: 'Hello\r\nBcc: all@kelpbay.test',
    body: 'x',
    priority: 'low',
  })
  const { mail } = await ledger(reference)
  expect(mail[0]?.subject).toMatch(/] Hello Bcc: all@kelpbay\.test$/)
})
