import { and, asc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages } from '#src/lib/db/tables/tickets.ts'
import { inLanguage } from '#src/lib/language.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Ticket } from './find.ts'

const shown = 5

/**
 * Sends nothing when somebody else wrote after the last event that the agent's page showed (`seen`): the page comes
 * back with what they wrote on top and the text kept, so that the agent can think again.
 */
export async function refuseIfOvertaken(tx: Tx, agent: Agent, ticket: Ticket, seen: number): Promise<void> {
  if (seen >= ticket.lastEventSeq) return
  const news = await tx
    .select({
      author: user.name,
      at: ticketMessages.createdAt,
      body: ticketMessages.body,
      language: ticketMessages.language,
      internal: ticketMessages.isInternal,
    })
    .from(ticketEvents)
    .innerJoin(ticketMessages, eq(ticketMessages.id, ticketEvents.messageId))
    .innerJoin(user, eq(user.id, ticketMessages.authorId))
    .where(
      and(
        eq(ticketEvents.ticketId, ticket.id),
        gt(ticketEvents.seq, seen),
        inArray(ticketEvents.kind, ['wrote', 'replied', 'noted', 'disputed']),
        or(isNull(ticketEvents.actorId), ne(ticketEvents.actorId, agent.userId)),
      ),
    )
    .orderBy(asc(ticketEvents.seq))
    .limit(shown)
  if (news.length === 0) return
  throw new Refusal(
    'Somebody wrote while you were typing, so nothing was sent yet. Read it, then send anyway or keep yours as a draft.',
    undefined,
    {
      news: news.map(({ at, language, ...rest }) => ({
        ...rest,
        ...inLanguage(language),
        at: at.toISOString(),
      })),
      hidden: { seen: String(ticket.lastEventSeq) },
    },
  )
}
