import { and, desc, eq, gt, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { aMomentAgo } from './already-said.ts'
import { inStatus } from './queues.ts'

/**
 * The ticket that this agent took in the last ten minutes by the button `name`, and has not touched since: pressing it
 * again from another page leads there and takes no second one. Of two windows at one moment, the second waits here.
 */
export async function takenAlready(tx: Tx, actor: Actor, name: string): Promise<string | undefined> {
  if (actor.kind !== 'agent') return undefined
  const later = alias(ticketEvents, 'later')
  const touched = tx
    .select({ seq: later.seq })
    .from(later)
    .where(
      and(eq(later.ticketId, tickets.id), gt(later.seq, ticketEvents.seq), eq(later.actorId, actor.userId)),
    )
  // Two statements in one flight, in this order: one statement would look before it has waited.
  const [, [taken]] = await Promise.all([
    tx
      .select({ turn: sql`pg_advisory_xact_lock(hashtextextended(${`${name} ${actor.userId}`}, 0))` })
      .from(sql`(select 1) as nothing`)
      .execute(),
    tx
      .select({ reference: tickets.reference })
      .from(tickets)
      .innerJoin(
        ticketEvents,
        and(eq(ticketEvents.ticketId, tickets.id), eq(ticketEvents.actorId, actor.userId)),
      )
      .innerJoin(
        submissions,
        and(eq(submissions.actorId, ticketEvents.actorId), eq(submissions.key, ticketEvents.submissionId)),
      )
      .where(
        and(
          eq(tickets.assigneeId, actor.agentId),
          inStatus('open'),
          // Few tickets were changed a moment ago: their history alone is looked at.
          gt(tickets.updatedAt, aMomentAgo),
          gt(ticketEvents.at, aMomentAgo),
          eq(submissions.action, name),
          notExists(touched),
        ),
      )
      .orderBy(desc(ticketEvents.at))
      .limit(1)
      .execute(),
  ])
  return taken?.reference
}
