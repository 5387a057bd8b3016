import { asc, isNull, sql } from 'drizzle-orm'
import { elif } from '#src/demo/cast.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { newsDeliveries } from '#src/lib/db/tables/news.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { addressNews } from '#src/tickets/address-news.ts'
import { bundleNews } from '#src/tickets/bundle-news.ts'

type Order = typeof mailOrders.$inferSelect

/** Orders a mail to Elif. Resolves to the order. */
export async function orderOne(more: Partial<Pick<Order, 'kind' | 'subject' | 'body' | 'dedupeKey'>> = {}) {
  const dedupeKey = more.dedupeKey ?? `opened:${crypto.randomUUID()}`
  const order = { kind: 'opened', subject: 'We have your ticket', body: 'Hello Elif', ...more } as const
  await transaction('test', tx => orderMail(tx, elif, { ...order, dedupeKey }))
  const made = (await outbox()).find(mail => mail.dedupeKey === dedupeKey)
  if (!made) throw new Error('The mail was not ordered')
  return made
}

/** All mail orders, the oldest first. */
export function outbox(): Promise<Order[]> {
  return db.select().from(mailOrders).orderBy(asc(mailOrders.createdAt), asc(mailOrders.dedupeKey))
}

export async function emptyOutbox() {
  await transaction('test', tx => tx.delete(mailOrders))
}

/** Makes all mails due that are not sent, as if this many minutes had passed. */
export async function letMinutesPass(minutes: number) {
  const earlier = sql`${mailOrders.nextAttemptAt} - make_interval(mins => ${minutes})`
  await transaction('test', tx => tx.update(mailOrders).set({ nextAttemptAt: earlier }))
}

/** Does what the worker does with news, after their minute: works out who is told, and puts it into mails. */
export async function tellNews() {
  while (await transaction('system:address-news', addressNews));
  const past = { readyAt: sql`now() - interval '1 second'` }
  await transaction('test', tx => tx.update(newsDeliveries).set(past).where(isNull(newsDeliveries.toldAt)))
  while (await transaction('system:bundle-news', bundleNews));
}
