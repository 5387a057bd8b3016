import { beforeEach, expect, test } from 'vitest'
import { ada } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { deliverNext } from '#src/mail/deliver.ts'
import { retry } from '#src/mail/retry.ts'
import { asAdministrator } from '#src/people/policy.ts'
import { openDesk } from '#tests/support/desk.ts'
import { emptyOutbox, letMinutesPass, orderOne, outbox } from '#tests/support/outbox.ts'

beforeEach(async () => {
  if (!(await db.$count(agents))) await openDesk()
  await emptyOutbox()
})

const again = (mailId: string) => transaction(ada.userId, tx => retry(tx, asAdministrator(ada), { mailId }))
const set = (fields: Partial<typeof mailOrders.$inferInsert>) =>
  transaction('test', tx => tx.update(mailOrders).set(fields))

test('A mail that was given up is tried again at once, with all its attempts, however old it is', async () => {
  const { id } = await orderOne()
  await set({ gaveUpAt: new Date(), attempts: 10, lastError: 'No such person' })
  await letMinutesPass(30 * 24 * 60)
  await again(id)
  expect((await outbox())[0]).toMatchObject({ gaveUpAt: null, attempts: 0 })
  const sent: string[] = []
  await deliverNext(async letter => {
    sent.push(letter.to.address)
  })
  expect(sent).toHaveLength(1)
  expect((await outbox())[0]).toMatchObject({ attempts: 1, lastError: null })
})

test('A mail that waits, was sent, or is not there is refused, and stays as it is', async () => {
  const { id } = await orderOne()
  expect(await again(id)).toBe('retried')
  await set({ sentAt: new Date() })
  expect(await again(id)).toBe('sent-before')
  await expect(again(crypto.randomUUID())).rejects.toThrow('no such mail')
  expect((await outbox())[0]).toMatchObject({ attempts: 0, gaveUpAt: null })
})
