import { and, eq, exists, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { unsignedGuestPath } from '#src/lib/guest-key.ts'
import { addressAt } from '#src/mail/addresses.ts'
import type { Ticket } from './find.ts'
import { portalPath } from './paths.ts'

const days = 30

/** How a requester comes to a ticket from a mail; `link`: without a password, for a time. */
export type Way = { address: string; link?: { id: string; ticketId: string; userId: string } }

/** Who reads a mail about a ticket. `hasPassword` is read together with whatever else is needed, by `withPassword`. */
export type Recipient = { userId: string; name: string; email: string; hasPassword: boolean }

/** The column `hasPassword` of a query that reads `user`. */
export function withPassword(reader: Reader): SQL<boolean> {
  const one = reader
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, user.id), isNotNull(account.password)))
  return sql<boolean>`${exists(one)}`
}

/** The same for somebody who is known already. */
export async function passwordOf(tx: Tx, userId: string): Promise<boolean> {
  const [found] = await tx
    .select({ hasPassword: withPassword(tx) })
    .from(user)
    .where(eq(user.id, userId))
  return found?.hasPassword ?? false
}

/**
 * The way to a ticket for a mail to its requester. Who has a password signs in; who has none gets a new link, which opens
 * this one ticket for 30 days once `openLinks` has written it down. The mail is signed as it leaves: what is stored of it
 * opens nothing.
 */
export function wayToRead(
  { id, reference }: Pick<Ticket, 'id' | 'reference'>,
  { userId, hasPassword }: Pick<Recipient, 'userId' | 'hasPassword'>,
): Way {
  if (hasPassword) return { address: addressAt(portalPath(reference)) }
  const link = { id: crypto.randomUUID(), ticketId: id, userId }
  return { address: addressAt(unsignedGuestPath(link.id)), link }
}

/** Writes the links of these ways down. The statement leaves at once, together with that of the mail. */
export async function openLinks(tx: Tx, ways: Iterable<Way>): Promise<void> {
  const expiresAt = sql`now() + make_interval(days => ${days})`
  const rows = [...ways].flatMap(({ link }) => (link ? [{ ...link, expiresAt }] : []))
  if (rows.length > 0) await tx.insert(guestLinks).values(rows)
}

/** The line of a mail that shows the way. */
export function wayLine(ask: string, { address, link }: Way): string {
  if (!link) return `${ask}: ${address}`
  return `${ask}: ${address}

This link works for ${days} days, without a password, for this ticket alone. Keep it to yourself: whoever has it reads the ticket and can answer.`
}
