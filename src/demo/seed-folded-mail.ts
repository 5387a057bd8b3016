import { createHash } from 'node:crypto'
import type { Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { elif } from './cast.ts'
import type { Ledger } from './ledger.ts'

const signature = `--\n${elif.name}\nSent from the ferry`

/** Lets the answers of Elif have come by mail, each with what it answers below it, and with her signature. */
export async function seedFoldedMail(tx: Tx, ledgers: Ledger[]): Promise<void> {
  const answered = ledgers.filter(({ ticket }) => ticket.requesterId === elif.userId)
  const mails = answered.flatMap(({ ticket, messages }) =>
    messages.flatMap((message, at) => {
      const before = messages[at - 1]
      if (!before || before.isInternal || message.authorId !== elif.userId) return []
      const quote = before.body.split('\n').map(line => `> ${line}`.trimEnd())
      const folded = `${signature}\n\nOn ${before.createdAt.toUTCString()}, Kelp Bay Help wrote:\n${quote.join('\n')}`
      return [{ ticket, message, folded, messageId: `<${message.id}@ferry.example>` }]
    }),
  )
  if (mails.length === 0) return
  await tx.insert(receivedMails).values(
    mails.map(({ ticket, message, folded, messageId }) => {
      const subject = `Re: ${ticket.subject}`
      const headers = [
        `From: ${elif.name} <${elif.email}>`,
        'To: help@kelpbay.test',
        `Subject: ${subject}`,
        `Date: ${message.createdAt.toUTCString()}`,
        `Message-ID: ${messageId}`,
        'Content-Type: text/plain; charset=utf-8',
      ]
      const raw = Buffer.from(`${headers.join('\r\n')}\r\n\r\n${message.body}\r\n\r\n${folded}\r\n`)
      return {
        mailbox: 'help@kelpbay.test',
        messageId,
        contents: createHash('sha256').update(raw).digest('hex'),
        raw,
        size: raw.length,
        fromAddress: elif.email,
        subject,
        folded,
        state: 'taken' as const,
        ticketId: ticket.id,
        receivedAt: message.createdAt,
      }
    }),
  )
}
