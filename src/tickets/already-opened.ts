import { createHash } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { aMomentAgo, isSaid } from './already-said.ts'

type Words = { email: string; subject: string; body: string; files?: string }

/**
 * The reference of the ticket that this person opened with exactly these words for the requester with this address,
 * in the last ten minutes. Two windows that send them at one moment come here one after the other.
 */
export async function alreadyOpened(
  tx: Tx,
  actor: Actor,
  { email, subject, body, files }: Words,
): Promise<string | undefined> {
  // There is no row to lock yet. A lock of the transaction goes with it, so a pooler may give the connection to
  // somebody else after the commit. Two statements, because one would look before it has waited; both leave in one
  // flight, in this order (raw SQL would leave later than a select).
  const [, [opened]] = await Promise.all([
    tx
      .select({ turn: sql`pg_advisory_xact_lock(${lockOf(actor, [email, subject, body])}::bigint)` })
      .from(sql`(select 1) as nothing`)
      .execute(),
    tx
      .select({ reference: tickets.reference })
      .from(user)
      .innerJoin(tickets, eq(tickets.requesterId, user.id))
      .innerJoin(ticketEvents, and(eq(ticketEvents.ticketId, tickets.id), eq(ticketEvents.seq, 1)))
      .innerJoin(ticketMessages, eq(ticketMessages.id, ticketEvents.messageId))
      .where(
        and(
          eq(user.email, email),
          eq(tickets.subject, subject),
          gt(tickets.createdAt, aMomentAgo),
          isSaid(actor, { body, files }),
        ),
      )
      .limit(1)
      .execute(),
  ])
  return opened?.reference
}

// Other words that come to the same number only wait for each other.
function lockOf(actor: Actor, words: string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([actor.userId, ...words]))
  return digest.digest().readBigInt64BE().toString()
}
