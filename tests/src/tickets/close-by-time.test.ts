import { beforeAll, expect, test } from 'vitest'
import { elif } from '#src/demo/cast.ts'
import { transaction } from '#src/lib/db/client.ts'
import { closeByTime } from '#src/tickets/close-by-time.ts'
import { reply } from '#src/tickets/reply.ts'
import { act, ledger, openDesk } from '#tests/support/desk.ts'
import { superuser } from '#tests/support/outside.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'
import { turnBack } from '#tests/support/turn-back.ts'

beforeAll(openDesk)
const close = () => transaction('system:test', tx => closeByTime(tx, 4))
const days = (number: number) => number * 24 * 60

test('A ticket that has been solved for longer than the days is closed by the desk itself', async () => {
  const reference = await ticketIn('solved')
  await turnBack(reference, days(4) + 1)
  expect(await close()).toBe(true)
  const { ticket, events, mail, messages } = await ledger(reference)
  expect(ticket.status).toBe('closed')
  expect(ticket.closedAt).not.toBeNull()
  expect(events.at(-1)).toMatchObject({
    kind: 'closed',
    actorId: null,
    byRequester: false,
    changes: [{ field: 'status', from: 'solved', to: 'closed' }],
  })
  expect(messages).toHaveLength(1)
  expect(mail.map(order => order.kind)).toEqual(['opened'])
  expect(await close()).toBe(false)
  expect((await ledger(reference)).events).toEqual(events)
})

test('A ticket that has not been solved for long enough stays as it is', async () => {
  const reference = await ticketIn('solved')
  await turnBack(reference, days(4) - 1)
  expect(await close()).toBe(false)
  expect((await ledger(reference)).ticket.status).toBe('solved')
})

test('Time closes no ticket that is open, pending, or opened again', async () => {
  for (const status of ['open', 'pending'] as const) await turnBack(await ticketIn(status), days(40))
  const reopened = await ticketIn('solved')
  await turnBack(reopened, days(40))
  await act(reply, elif, { reference: reopened, body: 'It is back.', seen: 0 })
  expect(await close()).toBe(false)
})

test('A ticket that somebody works on at this moment is passed over, and nobody waits for it', async () => {
  const [busy, free] = [await ticketIn('solved'), await ticketIn('solved')]
  await turnBack(busy, days(9))
  await turnBack(free, days(8))
  const sql = superuser()
  await sql.begin(async colleague => {
    await colleague`select from tickets where reference = ${busy} for update`
    expect(await close()).toBe(true)
    expect(await close()).toBe(false)
  })
  await sql.end()
  expect((await ledger(free)).ticket.status).toBe('closed')
  expect((await ledger(busy)).ticket.status).toBe('solved')
  expect(await close()).toBe(true)
})

test('Two workers at once close a ticket once', async () => {
  const reference = await ticketIn('solved')
  await turnBack(reference, days(5))
  expect((await Promise.all([close(), close(), close()])).filter(Boolean)).toHaveLength(1)
  expect((await ledger(reference)).events.filter(event => event.kind === 'closed')).toHaveLength(1)
})
