import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { giveUpStale } from '#src/mail/give-up-stale.ts'
import { openDesk } from '#tests/support/desk.ts'
import { emptyOutbox, letMinutesPass, orderOne, outbox } from '#tests/support/outbox.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
})

const giveUp = () => transaction('system:test', giveUpStale)
const days = (number: number) => number * 24 * 60

test('Mail that waited for more than three days is given up, once, and says why', async () => {
  await orderOne()
  await letMinutesPass(days(3) + 1)
  expect(await giveUp()).toBe(1)
  const [order] = await outbox()
  expect(order?.gaveUpAt).not.toBeNull()
  expect(order?.lastError).toContain('more than 3 days')
  expect(await giveUp()).toBe(0)
})

test('Mail that is still tried is left alone', async () => {
  await orderOne()
  await letMinutesPass(days(3) - 1)
  expect(await giveUp()).toBe(0)
  expect((await outbox())[0]?.gaveUpAt).toBeNull()
})

test('Mail that was sent is never given up', async () => {
  await orderOne()
  await transaction('test', tx => tx.update(mailOrders).set({ sentAt: new Date() }))
  await letMinutesPass(days(9))
  expect(await giveUp()).toBe(0)
})

test('Mail whose last attempt was cut off is given up, and says that it may have been sent', async () => {
  await orderOne()
  await transaction('test', tx => tx.update(mailOrders).set({ attempts: 10 }))
  await letMinutesPass(1)
  expect(await giveUp()).toBe(1)
  expect((await outbox())[0]?.lastError).toContain('may or may not have been sent')
})
