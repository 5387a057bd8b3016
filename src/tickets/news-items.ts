import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { newsDeliveries } from '#src/lib/db/tables/news.ts'
import { publicMessages } from '#src/lib/db/tables/public-views.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'

export type NewsItem = Awaited<ReturnType<typeof newsItems>>[number]

const actors = alias(user, 'actors')

/**
 * What somebody is told of these events: the event, its ticket, who did it, and what a requester wrote. No other words
 * are read at all, and none of a note (P7): those are read on the desk.
 */
export function newsItems(tx: Tx, userId: string, eventIds: string[]) {
  return tx
    .select({
      topic: newsDeliveries.topic,
      event: ticketEvents,
      actor: actors.name,
      ticket: { id: tickets.id, reference: tickets.reference, subject: tickets.subject },
      words: { body: publicMessages.body, language: publicMessages.language },
    })
    .from(newsDeliveries)
    .innerJoin(ticketEvents, eq(ticketEvents.id, newsDeliveries.eventId))
    .innerJoin(tickets, eq(tickets.id, ticketEvents.ticketId))
    .leftJoin(actors, eq(actors.id, ticketEvents.actorId))
    .leftJoin(
      publicMessages,
      and(
        eq(publicMessages.id, ticketEvents.messageId),
        eq(ticketEvents.byRequester, true),
        eq(newsDeliveries.topic, 'replies'),
      ),
    )
    .where(and(eq(newsDeliveries.userId, userId), inArray(newsDeliveries.eventId, eventIds)))
    .orderBy(asc(ticketEvents.at), asc(ticketEvents.ticketId), asc(ticketEvents.seq))
}
