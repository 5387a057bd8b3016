import { and, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { saysNobodyThere } from './failure.ts'
import { stopAddress } from './stop-address.ts'
import { messageIdAbout, readMessageId, type ThreadMark } from './thread-mark.ts'

/** `about`: the ids of the mails that came back; `failure`: the enhanced status code of a failure. */
type Report = { about: string[]; recipient?: string; failure?: string }

/**
 * Sends no more mail to an address whose server took a mail about a ticket first and reports later that nobody is there.
 * Only whoever was sent that mail knows its signed id, so nobody can stop the mail of somebody else.
 */
export async function stopReturned(tx: Tx, { about, recipient, failure }: Report): Promise<void> {
  if (!saysNobodyThere(failure)) return
  for (const id of about) {
    const read = readMessageId(id)
    const mail = read.is === 'valid' ? await sentUnder(tx, id, read.mark) : undefined
    if (mail && recipient === mail.toAddress.toLowerCase())
      await stopAddress(tx, mail, `The mail came back with ${failure}: nobody has this address.`)
  }
}

async function sentUnder(tx: Tx, id: string, { ticketId, isInternal }: ThreadMark) {
  const { id: mailId, userId, toAddress, dedupeKey } = mailOrders
  const sent = await tx
    .select({ id: mailId, userId, toAddress, dedupeKey })
    .from(mailOrders)
    .where(and(eq(mailOrders.ticketId, ticketId), isNotNull(mailOrders.sentAt)))
  const host = id.slice(id.lastIndexOf('@') + 1, -1)
  return sent.find(
    mail =>
      mail.userId !== null &&
      messageIdAbout({ ticketId, userId: mail.userId, isInternal }, mail.dedupeKey, host) === id,
  )
}
