import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { env } from '#src/lib/env.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import type { Ticket } from './find.ts'
import { formatReference } from './reference.ts'

type Person = { userId: string; name: string; email: string }

/** Orders the mail that tells a requester the reference of a new ticket. */
export async function orderOpenedMail(tx: Tx, ticket: Ticket, requester: Person): Promise<void> {
  const reference = formatReference(ticket.reference)
  await orderMail(tx, requester, {
    kind: 'opened',
    dedupeKey: `opened:${ticket.id}`,
    ticketId: ticket.id,
    subject: `We have your ticket ${reference}: ${ticket.subject}`,
    body: `Hello ${requester.name},

we have your ticket “${ticket.subject}”. Its reference is ${reference}.

Read it, or tell us more: ${addressOf(ticket)}`,
  })
}

/** Who is told of what is done to a ticket; undefined for somebody who is not known any more. */
export async function requesterOf(tx: Tx, ticket: Ticket): Promise<Person | undefined> {
  const [requester] = await tx
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(user)
    .where(eq(user.id, ticket.requesterId))
  return requester
}

/** Orders the mail that brings an agent's public reply to the requester. */
export async function orderAnsweredMail(
  tx: Tx,
  ticket: Ticket,
  requester: Person,
  reply: string,
): Promise<void> {
  await orderMail(tx, requester, {
    kind: 'answered',
    dedupeKey: `answered:${ticket.id}:${ticket.lastEventSeq + 1}`,
    ticketId: ticket.id,
    subject: `Your ticket ${formatReference(ticket.reference)} was answered: ${ticket.subject}`,
    body: `Hello ${requester.name},

your ticket “${ticket.subject}” was answered:

${reply}

Read it, or answer: ${addressOf(ticket)}`,
  })
}

function addressOf(ticket: Ticket) {
  return `${env().baseUrl}/tickets/${formatReference(ticket.reference)}`
}
