import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { linkEnded, linkFor } from '#src/lib/guest-link.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { mayAcknowledge } from '#src/mail/acknowledgements.ts'
import { orderWayMail } from './order-mail.ts'

/** Orders a new link for whoever has one that has run out, to the address of its requester and to no other. */
export async function renewLink(tx: Tx, key: string): Promise<void> {
  const found = await linkFor(tx, key)
  if (!found || found.is === 'ended') throw linkEnded()
  const { guest } = found
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, guest.ticketId))
  if (!ticket) throw linkEnded()
  if (!(await mayAcknowledge(tx, guest.email)))
    throw new Refusal(
      'We have sent several mails to this address just now. Look for them there, or try again in 15 minutes.',
    )
  await orderWayMail(tx, ticket, guest)
}
