import type { ImapFlow } from 'imapflow'
import { mostMailBytes } from '#src/inbound/limits.ts'
import { receive } from '#src/inbound/receive.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { MailboxFault } from './mailbox-fault.ts'

/**
 * Takes in one mail, and only when that is committed marks it as read or moves it away: whoever dies in between leaves a mail
 * that is known when it comes again. `too-large`: it was left where it is.
 */
export async function takeOne(line: ImapFlow, mailbox: Mailbox, uid: number): Promise<'done' | 'too-large'> {
  const found = await line.fetchOne(String(uid), { size: true }, { uid: true })
  // Somebody else has taken it away.
  if (!found) return 'done'
  if ((found.size ?? 0) > mostMailBytes) return 'too-large'
  const whole = await line.fetchOne(String(uid), { source: true }, { uid: true })
  if (!whole) return 'done'
  if (!whole.source) throw new MailboxFault('The mail server did not give this mail.')
  await receive(whole.source, mailbox.name)
  await mark(line, mailbox, uid)
  return 'done'
}

async function mark(line: ImapFlow, { moveTo }: Mailbox, uid: number): Promise<void> {
  const marked =
    moveTo === undefined
      ? await line.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
      : await line.messageMove(String(uid), moveTo, { uid: true })
  if (marked) return
  const words = moveTo === undefined ? 'mark it as read' : `move it to the folder ${moveTo}`
  throw new MailboxFault(`This mail is taken in, but the mail server did not ${words}.`)
}
