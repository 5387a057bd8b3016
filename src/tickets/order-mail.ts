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
import { formatReference } from './reference.ts'
import { statusWords } from './status.ts'
import { openLinks, type Recipient, type Way, wayLine, wayToRead, withPassword } from './way-to-read.ts'
import type { Words } from './write-down.ts'

/**
 * Orders the mail that tells a requester the reference of a new ticket.
 * @param isProven false where whoever wrote has not shown that the address is theirs
 */
export async function orderOpenedMail(
  tx: Tx,
  ticket: Ticket,
  requester: Recipient,
  isProven: boolean,
): Promise<void> {
  const way = wayToRead(ticket, requester)
  const order = { kind: 'opened', dedupeKey: openedKey(ticket.id), ticketId: ticket.id } as const
  const told = isProven ? requester : to(requester)
  const words = isProven ? forRequester(ticket, requester, way) : forStranger(ticket, way)
  await Promise.all([openLinks(tx, [way]), orderMail(tx, told, { ...order, ...words })])
}

function forRequester(ticket: Ticket, requester: Recipient, way: Way) {
  return {
    subject: mailSubject(ticket),
    body: `Hello ${requester.name},

we have your ticket “${ticket.subject}”. Its reference is ${formatReference(ticket.reference)}.

${wayLine('Read it, or tell us more', way)}`,
  }
}

// Anybody can write in the name of somebody else, so not a word of theirs is passed on to that person.
function forStranger(ticket: Ticket, way: Way) {
  const reference = formatReference(ticket.reference)
  const [came, answer] =
    ticket.channel === 'email' ? ['mail', ' Answer this mail to tell us more.'] : ['message', '']
  return {
    subject: `[${reference}] We have your ${came}`,
    body: `Hello,

we have your ${came}, and it is a ticket now. Its reference is ${reference}.${answer}

${wayLine('Read it, or tell us more, here', way)}${way.link ? laterLine() : ''}

If you did not write to us, somebody else gave your address. Then you need not do anything.`,
  }
}

/** Orders the mail that brings nothing but the way to a ticket, for somebody who asked for that. */
export async function orderWayMail(tx: Tx, ticket: Ticket, requester: Recipient): Promise<void> {
  const way = wayToRead(ticket, requester)
  const reference = formatReference(ticket.reference)
  const order = {
    kind: 'guest-link' as const,
    dedupeKey: `guest-link:${crypto.randomUUID()}`,
    ticketId: ticket.id,
    subject: `[${reference}] The way to your ticket`,
    body: `Hello,

somebody asked for the way to the ticket ${reference}, which was opened with this address.

${wayLine('Read it, or tell us more, here', way)}${way.link ? laterLine() : ''}

If it was not you, do nothing: whoever asked was told nothing.`,
  }
  await Promise.all([openLinks(tx, [way]), orderMail(tx, to(requester), order)])
}

function laterLine() {
  return `

To see all your tickets in one place, choose a password, with this address: ${addressAt('/forgot-password')}`
}

// What a stranger typed as a name may be the name of this person.
const to = ({ userId, email }: Pick<Recipient, 'userId' | 'email'>) => ({ userId, email, name: '' })

/** Who gets the answer to a ticket by mail; undefined for somebody who wants none, or is not known any more. */
export async function readerOfAnswers(tx: Tx, ticket: Ticket): Promise<Recipient | undefined> {
  const [requester] = await tx
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      hasPassword: withPassword(tx),
      off: newsChoices.off,
    })
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
  requester: Recipient,
  { body, language, solves }: Words & { solves: boolean },
): Promise<void> {
  const way = wayToRead(ticket, requester)
  const order = {
    kind: 'answered' as const,
    dedupeKey: answeredKey(ticket.id, ticket.lastEventSeq + 1),
    ticketId: ticket.id,
    subject: `Re: ${mailSubject(ticket)}`,
    ...inParts([
      `Hello ${requester.name},`,
      `your ticket “${ticket.subject}” was answered:`,
      { words: body, language },
      ...(solves ? [statusWords.solved.forCustomer] : []),
      wayLine('Read it, or answer', way),
      choicesLine(),
    ]),
  }
  await Promise.all([openLinks(tx, [way]), orderMail(tx, requester, order)])
}
