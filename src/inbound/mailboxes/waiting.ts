import type { ImapFlow } from 'imapflow'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import type { Since } from './look.ts'
import { MailboxFault } from './mailbox-fault.ts'

/**
 * The UIDs of the mails that nobody took in yet, the oldest first. Where mails are moved away that is all that is there; otherwise what
 * is unread, and what is new by its number, because somebody may have read it in another program.
 */
export async function waitingIn(
  line: ImapFlow,
  { moveTo }: Mailbox,
  { takenTo, day }: Since,
): Promise<number[]> {
  if (moveTo !== undefined) return uidsOf(line, {})
  const unread = await uidsOf(line, { seen: false })
  const since = day ? await uidsOf(line, { since: day }) : []
  // A range that begins behind the last mail means the last mail.
  const news = (await uidsOf(line, { uid: `${takenTo + 1}:*` })).filter(uid => uid > takenTo)
  return [...new Set([...unread, ...since, ...news])].sort((one, other) => one - other)
}

async function uidsOf(
  line: ImapFlow,
  wanted: { seen?: false; since?: Date; uid?: string },
): Promise<number[]> {
  const found = await line.search({ deleted: false, ...wanted }, { uid: true })
  if (!found) throw new MailboxFault('The mail server did not say which mails are there.')
  return found
}
