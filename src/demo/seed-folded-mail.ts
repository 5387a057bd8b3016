import { createHash } from 'node:crypto'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import type { Ledger } from './ledger.ts'

const mailbox = 'help@kelpbay.test'

/** Lets the answers of requesters have come by mail, each with what it answers below it, and with a signature. */
export async function seedFoldedMail(tx: Tx, ledgers: Ledger[]): Promise<void> {
  const people = new Map((await tx.select().from(user)).map(person => [person.id, person]))
  for (const { ticket, messages } of ledgers) {
    const requester = people.get(ticket.requesterId)
    const mails = messages.flatMap((answer, at) => {
      const before = messages[at - 1]
      const isAnswer = requester && before && !before.isInternal && answer.authorId === requester.id
      return isAnswer ? [{ ticketId: ticket.id, ...mailOf({ ticket, answer, before, requester }) }] : []
    })
    if (mails.length > 0) await tx.insert(receivedMails).values(mails)
  }
}

type Answer = Pick<Ledger, 'ticket'> & {
  answer: Ledger['messages'][number]
  before: Ledger['messages'][number]
  requester: { name: string; email: string }
}

function mailOf({ ticket, answer, before, requester }: Answer) {
  const quote = before.body.split('\n').map(line => `> ${line}`.trimEnd())
  const written = `On ${before.createdAt.toUTCString()}, Kelp Bay Help wrote:`
  const folded = `--\n${requester.name}\nSent from the ferry\n\n${written}\n${quote.join('\n')}`
  const subject = `Re: ${ticket.subject}`
  const messageId = `<${answer.id}@ferry.example>`
  const headers = [
    `From: ${requester.name} <${requester.email}>`,
    `To: ${mailbox}`,
    `Subject: ${subject}`,
    `Date: ${answer.createdAt.toUTCString()}`,
    `Message-ID: ${messageId}`,
    'Content-Type: text/plain; charset=utf-8',
  ]
  const raw = Buffer.from(`${headers.join('\r\n')}\r\n\r\n${answer.body}\r\n\r\n${folded}\r\n`)
  return {
    mailbox,
    messageId,
    contents: createHash('sha256').update(raw).digest('hex'),
    raw,
    size: raw.length,
    fromAddress: requester.email,
    subject,
    folded,
    state: 'taken' as const,
    receivedAt: answer.createdAt,
  }
}
