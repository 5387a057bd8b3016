import type { NewEvent } from '#src/audit/record.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { newsOrders } from '#src/lib/db/tables/news.ts'
import type { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import type { Ticket } from './find.ts'
import { newsOf } from './news.ts'

type Written = NewEvent & Parameters<typeof newsOf>[0] & Pick<typeof ticketEvents.$inferSelect, 'id'>

/**
 * Orders that people are told of an event, in its transaction; `addressNews` finds out who they are. Nothing is ordered
 * where it would reach nobody but the one who did it.
 * @param ticket where it sits after the event
 */
export async function orderNews(
  tx: Tx,
  actor: Actor | null,
  event: Written,
  ticket: Pick<Ticket, 'assigneeId' | 'team'>,
): Promise<void> {
  const own = actor?.kind === 'agent' ? actor.agentId : undefined
  if (!newsOf(event, ticket).some(({ id }) => id === undefined || id !== own)) return
  await tx.insert(newsOrders).values({ eventId: event.id }).execute()
}
