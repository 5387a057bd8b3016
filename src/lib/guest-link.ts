import 'server-only'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Guest } from './actor.ts'
import type { Reader, Tx } from './db/client.ts'
import { guestLinks } from './db/tables/guests.ts'
import { user } from './db/tables/identity.ts'
import { tickets } from './db/tables/tickets.ts'
import { linkIn } from './guest-key.ts'
import { Refusal } from './refusal.ts'

/** What a guest's link is now: it opens a ticket, its time has run out, or somebody has ended it. */
export type LinkFound = { is: 'open' | 'run-out' | 'ended'; guest: Guest }

/** The link that this key belongs to, with who comes by it and the one ticket that it opens; null for no key of ours. */
export async function linkFor(reader: Reader, key: string): Promise<LinkFound | null> {
  const linkId = linkIn(key)
  if (linkId === null) return null
  const [found] = await reader
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      ticketId: tickets.id,
      reference: tickets.reference,
      endedAt: guestLinks.endedAt,
      isInTime: sql<boolean>`${guestLinks.expiresAt} > now()`,
    })
    .from(guestLinks)
    .innerJoin(user, eq(user.id, guestLinks.userId))
    .innerJoin(tickets, eq(tickets.id, guestLinks.ticketId))
    .where(eq(guestLinks.id, linkId))
  if (!found) return null
  const { endedAt, isInTime, ...person } = found
  return {
    is: endedAt !== null ? 'ended' : isInTime ? 'open' : 'run-out',
    guest: { kind: 'guest', linkId, ...person },
  }
}

/** Keeps a guest's link as it is until the transaction ends; refuses one that has run out or was ended meanwhile. */
export async function keepLinkOpen(tx: Tx, { linkId }: Guest): Promise<void> {
  const [open] = await tx
    .select({ id: guestLinks.id })
    .from(guestLinks)
    .where(and(eq(guestLinks.id, linkId), isNull(guestLinks.endedAt), gt(guestLinks.expiresAt, sql`now()`)))
    .for('share')
  if (!open) throw linkEnded()
}

export function linkEnded(): Refusal {
  return new Refusal(
    'This link does not open the ticket any more, so nothing was sent. Copy what you wrote, and ask for a new link.',
  )
}
