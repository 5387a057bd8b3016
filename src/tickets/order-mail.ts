import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { newsChoices } from '#src/lib/db/tables/news.ts'
import { addressAt, choicesLine } from '#src/mail/addresses.ts'
import { answeredKey } from '#src/mail/answered-key.ts'
import { inParts } from '#src/mail/in-parts.ts'
import { openedKey } from '#src/mail/letter.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import type { Ticket } from './find.ts'
import { mailSubject } from './mail-subject.ts'
import { portalPath } from './paths.ts'
import { formatReference } from './reference.ts'
import { statusWords } from './status.ts'
import type { Words } from './write-down.ts'

type Person = { userId: string; name: string; email: string }

/** Orders the mail that tells a requester the reference of a new ticket. */
export async function orderOpenedMail(tx: Tx, ticket: Ticket, requester: Person): Promise<void> {
  const reference = formatReference(ticket.reference)
  const order = { kind: 'opened', dedupeKey: openedKey(ticket.id), ticketId: ticket.id } as const
  if (ticket.channel === 'email') return orderMail(tx, requester, { ...order, ...forMail(ticket) })
  await orderMail(tx, requester, {
    ...order,
    subject: mailSubject(ticket),
    body: `Hello ${requester.name},

we have your ticket “${ticket.subject}”. Its reference is ${reference}.

Read it, or tell us more: ${addressAt(portalPath(ticket.reference))}`,
  })
}

// Anybody can write in the name of somebody else, so not a word of theirs is passed on to that person.
function forMail(ticket: Ticket) {
  const reference = formatReference(ticket.reference)
  return {
    subject: `[${reference}] We have your mail`,
    body: `Hello,

we have your mail, and it is a ticket now. Its reference is ${reference}. Answer this mail to tell us more.

You can also read it here: ${addressAt(portalPath(ticket.reference))}

If you have no password yet, choose one first, with this address: ${addressAt('/forgot-password')}

If you did not write to us, somebody else gave your address. Then you need not do anything.`,
  }
}

/** Who gets the answer to a ticket by mail; undefined for somebody who wants none, or is not known any more. */
export async function readerOfAnswers(tx: Tx, ticket: Ticket): Promise<Person | undefined> {
  const [requester] = await tx
    .select({ userId: user.id, name: user.name, email: user.email, off: newsChoices.off })
    .from(user)
    .leftJoin(newsChoices, eq(newsChoices.userId, user.id))
    .where(eq(user.id, ticket.requesterId))
  return requester?.off?.includes('answers') ? undefined : requester
}

/**
 * Orders the mail that brings an agent's public reply to the requester. `solves`: it was sent together with the word
 * that this is fixed.
 */
export async function orderAnsweredMail(
  tx: Tx,
  ticket: Ticket,
  requester: Person,
  { body, language, solves }: Words & { solves: boolean },
): Promise<void> {
  await orderMail(tx, requester, {
    kind: 'answered',
    dedupeKey: answeredKey(ticket.id, ticket.lastEventSeq + 1),
    ticketId: ticket.id,
    subject: `Re: ${mailSubject(ticket)}`,
    ...inParts([
      `Hello ${requester.name},`,
      `your ticket “${ticket.subject}” was answered:`,
      { words: body, language },
      ...(solves ? [statusWords.solved.forCustomer] : []),
      `Read it, or answer: ${addressAt(portalPath(ticket.reference))}`,
      choicesLine(),
    ]),
  })
}
