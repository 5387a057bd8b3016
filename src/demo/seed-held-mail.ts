import { createHash } from 'node:crypto'
import type { Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'

const mailbox = 'help@kelpbay.test'

const mails = [
  {
    hoursAgo: 3,
    concern: 'not-the-sender',
    fromAddress: 'harbour@kelpbay.test',
    subject: 'Please pay the harbour dues today',
    says: 'The harbour office has a new account for its dues. Please pay into it today.',
  },
  {
    hoursAgo: 30,
    concern: 'no-sender',
    fromAddress: '',
    subject: 'Left my umbrella on the 7:40',
    says: 'It is green with a wooden handle, and I sat by the door on the left.',
  },
] as const

/** Lets two mails have come in that an administrator should look at. */
export async function seedHeldMail(tx: Tx, now: Date): Promise<void> {
  await tx.insert(receivedMails).values(
    mails.map(({ hoursAgo, concern, fromAddress, subject, says }) => {
      const at = new Date(now.getTime() - hoursAgo * 3_600_000)
      const from = fromAddress === '' ? '' : `From: Harbour office <${fromAddress}>\r\n`
      const headers = `${from}To: ${mailbox}\r\nSubject: ${subject}\r\nDate: ${at.toUTCString()}`
      const raw = Buffer.from(`${headers}\r\n\r\n${says}\r\n`)
      const contents = createHash('sha256').update(raw).digest('hex')
      const known = { mailbox, messageId: contents, contents, raw, size: raw.length }
      return { ...known, fromAddress, subject, concern, state: 'held' as const, receivedAt: at }
    }),
  )
}
