import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { newsDeliveries } from '#src/lib/db/tables/news.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { type Topic, topicsOfAgents, topicsOfRequesters } from '#src/mail/topics.ts'
import { type NewsItem, newsItems } from './news-items.ts'
import { newsLetter } from './news-letter.ts'
import { openLinks, type Recipient, type Way, wayToRead, withPassword } from './way-to-read.ts'

const mostInOne = 100

/**
 * Puts all that waits for one person into one mail, once the first of it has waited for its minute. Each delivery is
 * marked in the transaction that orders the mail, so that it is told once. Resolves to false when nobody's is ready.
 */
export async function bundleNews(tx: Tx): Promise<boolean> {
  const [first] = await tx
    .select({ userId: newsDeliveries.userId, topic: newsDeliveries.topic })
    .from(newsDeliveries)
    .where(and(isNull(newsDeliveries.toldAt), lte(newsDeliveries.readyAt, sql`now()`)))
    .orderBy(asc(newsDeliveries.readyAt))
    .limit(1)
  if (!first) return false
  const audience = isOfAgents(first.topic) ? 'agent' : 'requester'
  const [reader, eventIds] = await Promise.all([
    readerOf(tx, first.userId),
    waitingFor(tx, first.userId, audience === 'agent' ? topicsOfAgents : topicsOfRequesters),
  ])
  const [oldest] = eventIds
  // Another worker has just told it.
  if (!reader || oldest === undefined) return true
  const items = await newsItems(tx, reader.userId, eventIds)
  const ways = audience === 'agent' ? new Map() : waysToRead(items, reader)
  const told = tx
    .update(newsDeliveries)
    .set({ toldAt: sql`now()` })
    .where(and(eq(newsDeliveries.userId, reader.userId), inArray(newsDeliveries.eventId, eventIds)))
    .execute()
  const dedupeKey = `news:${reader.userId}:${oldest}`
  // Somebody who has left the desk since then is told nothing of it.
  const mail =
    audience === 'agent' && !reader.active
      ? undefined
      : orderMail(tx, reader, { dedupeKey, ...newsLetter(items, { name: reader.name, audience, ways }) })
  await Promise.all([told, openLinks(tx, ways.values()), mail])
  return true
}

function waysToRead(items: NewsItem[], reader: Pick<Recipient, 'userId' | 'hasPassword'>): Map<string, Way> {
  const told = new Map(items.map(({ ticket }) => [ticket.id, ticket]))
  return new Map([...told.values()].map(ticket => [ticket.id, wayToRead(ticket, reader)]))
}

function isOfAgents(topic: Topic): boolean {
  return topicsOfAgents.some(name => name === topic)
}

async function readerOf(tx: Tx, userId: string) {
  const [reader] = await tx
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      hasPassword: withPassword(tx),
      active: agents.active,
    })
    .from(user)
    .leftJoin(agents, eq(agents.userId, user.id))
    .where(eq(user.id, userId))
    .execute()
  return reader
}

/** Locked in one order, so that two workers that come to the same person wait for each other, and not both in turn. */
async function waitingFor(tx: Tx, userId: string, topics: readonly Topic[]): Promise<string[]> {
  const rows = await tx
    .select({ eventId: newsDeliveries.eventId })
    .from(newsDeliveries)
    .where(
      and(
        eq(newsDeliveries.userId, userId),
        isNull(newsDeliveries.toldAt),
        inArray(newsDeliveries.topic, [...topics]),
      ),
    )
    .orderBy(asc(newsDeliveries.readyAt), asc(newsDeliveries.eventId))
    .limit(mostInOne)
    .for('update')
    .execute()
  return rows.map(({ eventId }) => eventId)
}
