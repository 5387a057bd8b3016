import { and, desc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { readListing } from '#src/files/listing.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { type FieldChange, ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'

/** What somebody said a moment ago: where it stands, and what else the same submit did. */
export type Said = {
  reference: string
  kind: typeof ticketEvents.$inferSelect.kind
  changes: FieldChange[]
  submissionId: string | null
}

/**
 * Exactly these words with these files, if this person said them about this ticket to these readers in the last ten minutes, by
 * whatever form; what a requester said about a closed ticket stands in the one that follows it. A page that is fetched
 * again has a new key, so its words come as a new submission: they are the same message all the same.
 *
 * Call it together with the lock of the ticket and after it (`Promise.all([lockTicket(…), alreadySaid(…)])`): it then
 * leaves with the lock in one flight, waits behind it, and sees what a second tab wrote until a moment ago.
 */
export async function alreadySaid(
  tx: Tx,
  actor: Actor,
  said: { reference: string; body: string; files?: string; isInternal: boolean },
): Promise<Said | undefined> {
  const asked = alias(tickets, 'asked')
  const isFollowUp = and(eq(tickets.followUpOfId, asked.id), eq(tickets.requesterId, actor.userId))
  const [found] = await tx
    .select({
      reference: tickets.reference,
      kind: ticketEvents.kind,
      changes: ticketEvents.changes,
      submissionId: ticketEvents.submissionId,
    })
    .from(asked)
    .innerJoin(tickets, or(eq(tickets.id, asked.id), isFollowUp))
    .innerJoin(ticketMessages, eq(ticketMessages.ticketId, tickets.id))
    .innerJoin(ticketEvents, eq(ticketEvents.messageId, ticketMessages.id))
    .where(
      and(
        eq(asked.reference, said.reference),
        isSaid(actor, said),
        eq(ticketMessages.isInternal, said.isInternal),
      ),
    )
    .orderBy(desc(ticketMessages.createdAt))
    .limit(1)
    .execute()
  return found
}

/**
 * The words of this person, said a moment ago with the same files: a file that was forgotten may come with the same words.
 * Files that are chosen again may come in another order.
 * Source of the time: the clock of the database.
 */
export function isSaid(actor: Actor, { body, files }: { body: string; files?: string }): SQL | undefined {
  const hashes = readListing(actor.userId, files ?? '')
    .map(({ hash }) => hash)
    .sort()
  const had = sql`(select string_agg(${attachments.fileHash}, ' ' order by ${attachments.fileHash})
    from ${attachments} where ${attachments.messageId} = ${ticketMessages.id})`
  return and(
    eq(ticketMessages.authorId, actor.userId),
    eq(ticketMessages.body, body),
    gt(ticketMessages.createdAt, aMomentAgo),
    sql`coalesce(${had}, '') = ${hashes.join(' ')}`,
  )
}

/** Since when sending the same again is taken for the same. */
export const aMomentAgo = sql`now() - interval '10 minutes'`
