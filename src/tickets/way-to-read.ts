import { and, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { unsignedGuestPath } from '#src/lib/guest-key.ts'
import { addressAt } from '#src/mail/addresses.ts'
import type { Ticket } from './find.ts'
import { portalPath } from './paths.ts'

const days = 30

/** How a requester comes to a ticket from a mail; `isLink`: without a password, for a time. */
export type Way = { address: string; isLink: boolean }

/**
 * The way to a ticket for a mail to its requester. Who has a password signs in; who has none gets a new link, which opens
 * this one ticket for 30 days. The mail is signed as it leaves: what is stored of it opens nothing.
 */
export async function wayToRead(
  tx: Tx,
  { id, reference }: Pick<Ticket, 'id' | 'reference'>,
  userId: string,
): Promise<Way> {
  const withPassword = tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), isNotNull(account.password)))
  const columns = {
    id: sql<string>`gen_random_uuid()`.as('id'),
    ticketId: sql<string>`${id}::uuid`.as('ticket_id'),
    userId: user.id,
    createdAt: sql<Date>`now()`.as('created_at'),
    expiresAt: sql<Date>`now() + make_interval(days => ${days})`.as('expires_at'),
    endedAt: sql<Date | null>`null::timestamptz`.as('ended_at'),
    endedBy: sql<string | null>`null::text`.as('ended_by'),
  }
  const [link] = await tx
    .insert(guestLinks)
    .select(
      tx
        .select(columns)
        .from(user)
        .where(and(eq(user.id, userId), notExists(withPassword))),
    )
    .returning({ id: guestLinks.id })
  if (!link) return { address: addressAt(portalPath(reference)), isLink: false }
  return { address: addressAt(unsignedGuestPath(link.id)), isLink: true }
}

/** The line of a mail that shows the way. */
export function wayLine(ask: string, { address, isLink }: Way): string {
  if (!isLink) return `${ask}: ${address}`
  return `${ask}: ${address}

This link works for ${days} days, without a password, for this ticket alone. Keep it to yourself: whoever has it reads the ticket and can answer.`
}
