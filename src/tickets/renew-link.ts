import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { linkIn } from '#src/lib/guest-key.ts'
import { linkEnded, linkFor } from '#src/lib/guest-link.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { mayAcknowledge } from '#src/mail/acknowledgements.ts'
import { orderWayMail } from './order-mail.ts'
import { withPassword } from './way-to-read.ts'

/** Orders a new link for whoever has one that has run out, to the address of its requester and to no other. */
export async function renewLink(tx: Tx, key: string): Promise<void> {
  const [found, opened] = await Promise.all([linkFor(tx, key), openedBy(tx, key)])
  if (!found || !opened || found.is === 'ended') throw linkEnded()
  const { guest } = found
  if (!(await mayAcknowledge(tx, guest.email)))
    throw new Refusal(
      'We have sent several mails to this address just now. Look for them there, or try again in 15 minutes.',
    )
  const { ticket, hasPassword } = opened
  await orderWayMail(tx, ticket, { ...guest, hasPassword })
}

async function openedBy(tx: Tx, key: string) {
  const linkId = linkIn(key)
  if (linkId === null) return undefined
  const [opened] = await tx
    .select({ ticket: tickets, hasPassword: withPassword(tx) })
    .from(guestLinks)
    .innerJoin(tickets, eq(tickets.id, guestLinks.ticketId))
    .innerJoin(user, eq(user.id, guestLinks.userId))
    .where(eq(guestLinks.id, linkId))
  return opened
}
