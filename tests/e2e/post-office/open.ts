import { certificateFile } from '#tests/support/tls-front.ts'
import { startDovecot } from './dovecot.ts'
import { startExim } from './exim.ts'
import { freePorts, type Mailbox, mailFolder, makeOfficeFolder, type Ports } from './office.ts'

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>

/**
 * Real mail servers, Debian's Exim and Dovecot, with these mailboxes. Both prove themselves by the certificate of the tests,
 * which whoever speaks with them must be told to trust: `trust`.
 */
export async function openPostOffice(mailboxes: Mailbox[]) {
  const { folder, owner, remove } = makeOfficeFolder()
  const [smtp, imap] = [await freePorts(), await freePorts()]
  const exim = await startExim(folder, mailboxes, smtp)
  const dovecot = await startDovecot(folder, mailboxes, imap, owner)
  return {
    mails: mailFolder(folder),
    trust: { NODE_EXTRA_CA_CERTS: certificateFile },
    /** Where a mail program of `address` sends by. */
    smtpUrl: (address: string, tls: keyof Ports) =>
      addressOf(tls === 'secure' ? 'smtps' : 'smtp', mailboxes, address, smtp[tls]),
    imapUrl: (address: string, tls: keyof Ports) =>
      addressOf(tls === 'secure' ? 'imaps' : 'imap', mailboxes, address, imap[tls]),
    exim: exim.log,
    dovecot: dovecot.log,
    close: async () => {
      await Promise.all([exim.stop(), dovecot.stop()])
      remove()
    },
  }
}

function addressOf(protocol: string, mailboxes: Mailbox[], address: string, port: number): string {
  const { password = '' } = mailboxes.find(mailbox => mailbox.address === address) ?? {}
  return `${protocol}://${encodeURIComponent(address)}:${password}@localhost:${port}`
}
