import { ImapFlow } from 'imapflow'
import { mostMailBytes } from '#src/inbound/limits.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { accessToken, forgetToken } from './access-token.ts'
import { MailboxFault } from './mailbox-fault.ts'

const limits = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  /** Longer than the pause between two looks of somebody who stays. */
  socketTimeout: 150_000,
  // A server that announces more is broken or means harm.
  maxLiteralSize: mostMailBytes + 1_000_000,
}

/** Where a line to the folder of a mailbox stands, and what the server said of the folder. */
export type OpenMailbox = { line: ImapFlow; uidValidity: string; uidNext: number }

/**
 * Signs in to the server of a mailbox and opens its folder. Whoever calls closes the line. Throws where that does not work
 * or `signal` is aborted first.
 */
export async function openMailbox(mailbox: Mailbox, signal: AbortSignal): Promise<OpenMailbox> {
  const line = await lineTo(mailbox, signal)
  const close = () => line.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    await line.connect()
    const { uidValidity, uidNext } = await opened(line, mailbox)
    if (signal.aborted) throw new MailboxFault('The mail server did not answer in time.')
    return { line, uidValidity: String(uidValidity), uidNext }
  } catch (error) {
    line.close()
    if (error instanceof Error && 'authenticationFailed' in error) forgetToken(mailbox)
    throw signal.aborted
      ? new MailboxFault('The mail server did not answer in time.', { cause: error })
      : error
  } finally {
    signal.removeEventListener('abort', close)
  }
}

async function lineTo(mailbox: Mailbox, signal: AbortSignal): Promise<ImapFlow> {
  const { host, port, tls, user, password, oauth } = mailbox
  const proof = oauth ? { accessToken: await accessToken(mailbox, signal) } : { pass: password }
  const line = new ImapFlow({
    host,
    port,
    secure: tls === 'from-the-start',
    // A password never goes over a network in the clear.
    ...(tls === 'must-follow' && { doSTARTTLS: true }),
    auth: { user, ...proof },
    clientInfo: { name: 'Holdfast' },
    logger: false,
    disableAutoIdle: true,
    ...limits,
  })
  // What breaks a line is thrown to whoever waits for an answer on it; unheard, it would end the process.
  line.on('error', () => {})
  return line
}

async function opened(line: ImapFlow, { folder }: Mailbox) {
  try {
    return await line.mailboxOpen(folder)
  } catch (error) {
    if (line.usable)
      throw new MailboxFault(`The mail server does not open the folder ${folder}.`, { cause: error })
    throw error
  }
}
