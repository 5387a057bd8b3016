import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { countGivenUp, countWaiting, outboxMail, outboxPage } from '#src/mail/queries.ts'
import { openDesk } from '#tests/support/desk.ts'
import { emptyOutbox, orderOne, outbox } from '#tests/support/outbox.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
})

test('The outbox shows the newest mail first, in pages without a gap and without a repetition', async () => {
  const { id, ...order } = await orderOne()
  const rows = Array.from({ length: 119 }, (_, at) => ({
    ...order,
    dedupeKey: `opened:many:${at}`,
    createdAt: new Date(order.createdAt.getTime() - Math.floor(at / 3)),
  }))
  await transaction('test', tx => tx.insert(mailOrders).values(rows))
  const seen: string[] = []
  const sizes: number[] = []
  let page = await outboxPage(db)
  expect(page.first).toBe(true)
  for (;;) {
    seen.push(...page.mails.map(mail => mail.id))
    sizes.push(page.mails.length)
    if (page.next === undefined) break
    page = await outboxPage(db, page.next)
    expect(page.first).toBe(false)
  }
  expect(sizes).toEqual([50, 50, 20])
  const all = (await outbox()).sort(
    (one, other) => other.createdAt.getTime() - one.createdAt.getTime() || (other.id > one.id ? 1 : -1),
  )
  expect(seen).toEqual(all.map(mail => mail.id))
})

test('A cursor that was tampered with shows the newest mails again', async () => {
  const order = await orderOne()
  for (const after of ['nonsense', 'W10', ['twice'], Buffer.from('["x","y"]').toString('base64url')])
    expect(await outboxPage(db, after)).toMatchObject({ first: true, mails: [{ id: order.id }] })
})

test('A mail is found by its id, and anything else is nothing', async () => {
  const order = await orderOne({ body: 'Hello' })
  expect(await outboxMail(db, order.id)).toEqual({ ...order, stoppedAt: null, stopReason: null })
  expect(await outboxMail(db, crypto.randomUUID())).toBeNull()
  expect(await outboxMail(db, "' or true --")).toBeNull()
})

test('Only mail that was given up is counted as given up', async () => {
  await orderOne()
  expect(await countGivenUp(db)).toBe(0)
  await transaction('test', tx => tx.update(mailOrders).set({ gaveUpAt: new Date() }))
  expect(await countGivenUp(db)).toBe(1)
})

test('Mails that wait are counted, with the age of the oldest that is due', async () => {
  expect(await countWaiting(db)).toEqual({ mailsWaiting: 0, oldestSeconds: 0 })
  const change = async (to: Partial<typeof mailOrders.$inferInsert>) => {
    const { id } = await orderOne()
    await transaction('test', tx => tx.update(mailOrders).set(to).where(eq(mailOrders.id, id)))
  }
  await change({ sentAt: new Date() })
  await change({ gaveUpAt: new Date() })
  await change({ nextAttemptAt: new Date(Date.now() + 3_600_000) })
  expect(await countWaiting(db)).toEqual({ mailsWaiting: 1, oldestSeconds: 0 })
  await change({ nextAttemptAt: new Date(Date.now() - 90_000) })
  const { mailsWaiting, oldestSeconds } = await countWaiting(db)
  expect(mailsWaiting).toBe(2)
  expect(oldestSeconds).toBeGreaterThanOrEqual(89)
})
