import { beforeAll, expect, test } from 'vitest'
import { confirmFixed } from '#actions/tickets/confirm-fixed.ts'
import { elif, tom } from '#src/demo/cast.ts'
import { formatReference } from '#src/tickets/reference.ts'
import { ledger, openDesk } from '#tests/support/desk.ts'
import { post, shown } from '#tests/support/post.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { turnBack } from '#tests/support/turn-back.ts'

beforeAll(openDesk)

test('“This is fixed” leads back to the ticket, which says so', async () => {
  const reference = await ticketIn('solved')
  const { redirect } = await post(confirmFixed, 'tickets.confirm-fixed', elif, { reference })
  expect(redirect).toBe(`/tickets/${formatReference(reference)}?done=confirmed`)
  expect((await ledger(reference)).ticket.status).toBe('closed')
})

test('A ticket that was closed some time ago is told in words', async () => {
  const reference = await ticketIn('closed')
  await turnBack(reference, 11)
  const end = await post(confirmFixed, 'tickets.confirm-fixed', elif, { reference })
  expect(shown(end).words).toBe('This ticket is already closed.')
})

test('Said again from another page, it leads to the same place and never closes what it has solved', async () => {
  for (const [from, to] of [
    ['open', 'solved'],
    ['solved', 'closed'],
  ] as const) {
    const reference = await ticketIn(from)
    const send = () => post(confirmFixed, 'tickets.confirm-fixed', elif, { reference })
    const ends = await Promise.all(Array.from({ length: 20 }, send))
    expect(new Set(ends.map(end => end.redirect ?? shown(end).words))).toEqual(
      new Set([`/tickets/${formatReference(reference)}?done=confirmed`]),
    )
    const { ticket, events } = await ledger(reference)
    expect(ticket.status).toBe(to)
    expect(events.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
  }
})

test('The ticket of somebody else is answered like one that is not there', async () => {
  const reference = await ticketIn('solved')
  const theirs = await post(confirmFixed, 'tickets.confirm-fixed', tom, { reference })
  const none = await post(confirmFixed, 'tickets.confirm-fixed', tom, { reference: 'AAAAAAAA' })
  expect(shown(theirs).words).toBe(shown(none).words)
  expect((await ledger(reference)).ticket.status).toBe('solved')
})
