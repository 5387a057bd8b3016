import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { newsChoices, newsDeliveries, newsOrders } from '#src/lib/db/tables/news.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { Topic } from '#src/mail/topics.ts'
import { type News, newsOf } from './news.ts'

/**
 * Works out who is told of the event that has waited for longest: one delivery for each of them. Resolves to false when
 * none is left. Left out is whoever works here no more or has not come since they were invited, did it themselves, or
 * does not want to know.
 */
export async function addressNews(tx: Tx): Promise<boolean> {
  const [order] = await tx
    .select({ event: ticketEvents, ticket: tickets })
    .from(newsOrders)
    .innerJoin(ticketEvents, eq(ticketEvents.id, newsOrders.eventId))
    .innerJoin(tickets, eq(tickets.id, ticketEvents.ticketId))
    .where(isNull(newsOrders.addressedAt))
    .orderBy(asc(newsOrders.orderedAt))
    .limit(1)
    .for('update', { of: newsOrders, skipLocked: true })
  if (!order) return false
  const { event, ticket } = order
  const deliveries = (await readersOf(tx, newsOf(event, ticket), ticket.requesterId))
    .filter(({ userId }) => userId !== event.actorId)
    .map(({ userId, topic }) => ({ eventId: event.id, userId, topic }))
  if (deliveries.length > 0) await tx.insert(newsDeliveries).values(deliveries).onConflictDoNothing()
  await tx.update(newsOrders).set({ addressedAt: sql`now()` }).where(eq(newsOrders.eventId, event.id))
  return true
}

type Reader = { userId: string; topic: Topic }

async function readersOf(tx: Tx, news: News[], requesterId: string): Promise<Reader[]> {
  const toRequester = news.find(({ to }) => to === 'requester')
  const toDesk = news.filter(({ to }) => to !== 'requester')
  const [requester, staff] = await Promise.all([
    toRequester ? choosing(tx, requesterId) : [],
    toDesk.length > 0 ? working(tx, toDesk) : [],
  ])
  return [
    ...requester
      .filter(({ off }) => wants(off, toRequester))
      .map(({ userId }) => ({ userId, topic: 'changes' as const })),
    // Agents who ask for help themselves read their own ticket in the portal.
    ...staff.flatMap(({ userId, agentId, team, off }) => {
      const own = toDesk.find(({ to, id }) => id === (to === 'agent' ? agentId : team))
      return own && userId !== requesterId && wants(off, own) ? [{ userId, topic: own.topic }] : []
    }),
  ]
}

/** An answer has told what was done beside it, unless its reader wants no answers. */
function wants(off: Topic[] | null, news: News | undefined): boolean {
  if (!news || off?.includes(news.topic)) return false
  return news.to !== 'requester' || !news.besideAnswer || off?.includes('answers') === true
}

function choosing(tx: Tx, userId: string) {
  return tx
    .select({ userId: user.id, off: newsChoices.off })
    .from(user)
    .leftJoin(newsChoices, eq(newsChoices.userId, user.id))
    .where(eq(user.id, userId))
}

function working(tx: Tx, news: News[]) {
  const idsOf = (kind: News['to']) =>
    news.flatMap(({ to, id }) => (to === kind && id !== undefined ? [id] : []))
  const [ids, teams] = [idsOf('agent'), idsOf('team')]
  return tx
    .select({ userId: agents.userId, agentId: agents.id, team: agents.team, off: newsChoices.off })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .leftJoin(newsChoices, eq(newsChoices.userId, agents.userId))
    .where(
      and(
        eq(agents.active, true),
        // Who was invited and has not come yet may have another's address, by a slip of the pen.
        eq(user.emailVerified, true),
        or(
          ids.length > 0 ? inArray(agents.id, ids) : undefined,
          teams.length > 0 ? inArray(agents.team, teams) : undefined,
        ),
      ),
    )
}
