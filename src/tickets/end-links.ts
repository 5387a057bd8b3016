import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'

/** Ends every link to a ticket, in the name of this user. Resolves to how many there were. */
export async function endLinks(tx: Tx, ticketId: string, userId: string): Promise<number> {
  const ended = await tx
    .update(guestLinks)
    .set({ endedAt: sql`now()`, endedBy: userId })
    .where(and(eq(guestLinks.ticketId, ticketId), isNull(guestLinks.endedAt)))
    .returning({ id: guestLinks.id })
  return ended.length
}
