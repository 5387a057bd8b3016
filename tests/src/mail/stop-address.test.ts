import { beforeEach, expect, test } from 'vitest'
import { ada, elif, tom } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { stoppedAddresses } from '#src/lib/db/tables/stopped-addresses.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { outboxMail, stoppedLately } from '#src/mail/queries.ts'
import { retry } from '#src/mail/retry.ts'
import { smtpAt } from '#src/mail/smtp.ts'
import { stopAddress } from '#src/mail/stop-address.ts'
import { asAdministrator } from '#src/people/policy.ts'
import { openDesk } from '#tests/support/desk.ts'
import { startMailServer } from '#tests/support/mail-server.ts'
import { emptyOutbox, orderOne, outbox } from '#tests/support/outbox.ts'

const server = await startMailServer()
const send = smtpAt(server.url)
const again = (mailId: string) => transaction(ada.userId, tx => retry(tx, asAdministrator(ada), { mailId }))

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
  server.mails.length = 0
  delete server.answers['RCPT TO']
})

async function refused() {
  server.answers['RCPT TO'] = '550 5.1.1 No such person here'
  const order = await orderOne()
  await deliverNext(send)
  delete server.answers['RCPT TO']
  return order
}

test('An address that nobody has gets no more mail: what waits and what comes is given up, and the others leave', async () => {
  const waiting = await orderOne()
  await refused()
  await orderOne()
  const shouting = { ...elif, email: elif.email.toUpperCase() }
  const order = { kind: 'opened', dedupeKey: 'opened:shouting', subject: 'Hello', body: 'Hello' } as const
  await transaction('test', tx => orderMail(tx, shouting, order))
  await transaction('test', tx => orderMail(tx, tom, { ...order, dedupeKey: 'opened:tom' }))
  while (await deliverNext(send));
  expect(server.mails).toHaveLength(1)
  const mails = await outbox()
  expect(mails.filter(({ gaveUpAt }) => gaveUpAt !== null)).toHaveLength(4)
  for (const { toName, gaveUpAt, sentAt, lastError } of mails)
    expect([gaveUpAt !== null, sentAt !== null, lastError !== null], toName).toEqual(
      toName === tom.name ? [false, true, false] : [true, false, true],
    )
  expect(await outboxMail(db, waiting.id)).toMatchObject({
    stopReason: expect.stringContaining('No such person'),
  })
  expect(await stoppedLately(db)).toMatchObject([{ address: elif.email, mailId: expect.any(String) }])
})

test('A refusal that does not say that nobody has the address stops nothing', async () => {
  server.answers['RCPT TO'] = '550 5.7.1 We do not like you'
  await orderOne()
  await deliverNext(send)
  expect(await db.$count(stoppedAddresses)).toBe(0)
})

test('An administrator has the mail tried again, and then others are sent there as well', async () => {
  const { id } = await refused()
  expect(await again(id)).toBe('retried')
  await orderOne()
  while (await deliverNext(send));
  expect(server.mails).toHaveLength(2)
  expect((await outbox()).every(({ sentAt }) => sentAt !== null)).toBe(true)
  expect(await db.$count(stoppedAddresses)).toBe(0)
})

test('A mail that was sent, and of which that was said later, lifts it and is not sent again', async () => {
  const order = await orderOne()
  await deliverNext(send)
  await transaction('test', tx => stopAddress(tx, order, '5.1.1 It came back'))
  expect(await again(order.id)).toBe('written-again')
  expect(await again(order.id)).toBe('sent-before')
  expect(await db.$count(mailOrders)).toBe(1)
  expect(await deliverNext(send)).toBe(false)
})
