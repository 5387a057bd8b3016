import { asc } from 'drizzle-orm'
import { receive } from '#src/inbound/receive.ts'
import { db } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { replyAddress } from '#src/mail/thread-mark.ts'
import { ledger } from './desk.ts'
import { mailOf } from './mail-corpus.ts'

export const mailbox = 'support@kelpbay.test'

/** Lets a mail come in. Headers that are not given make a new mail of somebody unknown. */
export function comesIn(
  headers: Record<string, string>,
  text = 'It still stands on the pier.',
  at = mailbox,
) {
  const whole = {
    From: 'Nell Porter <nell@example.org>',
    To: mailbox,
    Subject: 'My bicycle',
    'Message-ID': `<${crypto.randomUUID()}@example.org>`,
    ...headers,
  }
  return receive(mailOf(whole, text), at)
}

/** The address to which this person answers a mail about the ticket. */
export async function addressAbout(reference: string, { userId }: { userId: string }, isInternal = false) {
  const { ticket } = await ledger(reference)
  return replyAddress(mailbox, { ticketId: ticket.id, userId, isInternal })
}

/** All mails that came in, the oldest first. */
export function received() {
  return db.select().from(receivedMails).orderBy(asc(receivedMails.receivedAt), asc(receivedMails.id))
}

/** The ticket that a mail led to, with everything that is written down about it. */
export async function ticketOf(placed: Awaited<ReturnType<typeof receive>>) {
  if (placed === 'received-before' || placed.reference === null)
    throw new Error(`No ticket: ${JSON.stringify(placed)}`)
  return ledger(placed.reference)
}

export function countTickets(): Promise<number> {
  return db.$count(tickets)
}
