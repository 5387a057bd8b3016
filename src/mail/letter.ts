import { createHash } from 'node:crypto'
import type { mailOrders } from '#src/lib/db/tables/system.ts'
import { choicesPath } from './addresses.ts'
import { answerLine } from './answer-line.ts'
import { type Enclosures, noEnclosures } from './enclosures.ts'
import { letterHtml } from './letter-html.ts'
import { messageIdAbout, replyAddress } from './thread-mark.ts'

type Order = Pick<
  typeof mailOrders.$inferSelect,
  | 'kind'
  | 'dedupeKey'
  | 'ticketId'
  | 'userId'
  | 'toName'
  | 'toAddress'
  | 'subject'
  | 'body'
  | 'said'
  | 'headings'
  | 'createdAt'
>
type Sender = { baseUrl: string; mailFrom: string; mailReplyAddress: string | undefined }

export type Letter = ReturnType<typeof letterFor>

/** The `dedupeKey` of the mail that tells the reference of a new ticket. */
export const openedKey = (ticketId: string) => `opened:${ticketId}`

/**
 * The mail that an order becomes: its text and the same as HTML, the same each time it is tried. Its Message-ID comes
 * from the `dedupeKey`, so that a mail which left twice after a crash is one mail to every program that reads it. An
 * answer to a mail about a ticket finds the ticket by that Message-ID, or by the address that it goes to.
 */
export function letterFor(
  ordered: Order,
  { baseUrl, mailFrom, mailReplyAddress }: Sender,
  { files, leftOut }: Enclosures = noEnclosures,
) {
  const order = leftOut === null ? ordered : { ...ordered, body: `${ordered.body}\n\n${leftOut}` }
  const about = aboutTicket(order)
  const host = new URL(baseUrl).hostname
  const replyTo = about && mailReplyAddress ? replyAddress(mailReplyAddress, about) : undefined
  const line = replyTo === undefined ? undefined : answerLine
  return {
    from: mailFrom,
    replyTo,
    to: { name: order.toName, address: order.toAddress },
    subject: order.subject,
    text: line === undefined ? order.body : `${line}\n\n${order.body}`,
    html: letterHtml(order, line),
    attachments: files,
    date: order.createdAt,
    messageId: about ? messageIdAbout(about, order.dedupeKey, host) : `<${nameOf(order)}@${host}>`,
    ...(about && threadOf(about, order, host)),
    headers: {
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'X-Loop': 'holdfast',
      ...origin(order),
      ...wayToLeave(order, baseUrl),
    },
  }
}

/** An answer to what agents are told of stays internal, but where it is what their customer wrote. */
function aboutTicket({ kind, ticketId, userId }: Order) {
  return ticketId && userId ? { ticketId, userId, isInternal: kind === 'desk-news' } : undefined
}

/**
 * All mails about a ticket hang below one: a requester's below the one that told its reference, an agent's below one that
 * never was, since what they answer may be internal and that mark would say that it is not.
 */
function threadOf(
  about: NonNullable<ReturnType<typeof aboutTicket>>,
  { kind, dedupeKey }: Order,
  host: string,
) {
  const first = openedKey(about.ticketId)
  if (dedupeKey === first) return undefined
  const root = toAgents.includes(kind)
    ? `<${nameOf({ dedupeKey: first })}@${host}>`
    : messageIdAbout(about, first, host)
  return { inReplyTo: root, references: root }
}

const toAgents: Order['kind'][] = ['customer-wrote', 'desk-news']
const canBeSwitchedOff: Order['kind'][] = ['changed', ...toAgents]

/** For the button of mail programs. An answer has none: it is what its reader asked for. */
function wayToLeave({ kind }: Order, baseUrl: string): Record<string, string> {
  return canBeSwitchedOff.includes(kind)
    ? { 'List-Unsubscribe': `<${new URL(choicesPath(), baseUrl).href}>` }
    : {}
}

function nameOf({ dedupeKey }: Pick<Order, 'dedupeKey'>): string {
  return createHash('sha256').update(dedupeKey).digest('hex').slice(0, 40)
}

// A reply was written by a person; everything else is ours, and no program should answer it.
function origin({ kind }: Order): Record<string, string> {
  return kind === 'answered' ? {} : { 'Auto-Submitted': 'auto-generated' }
}
