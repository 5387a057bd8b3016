import net from 'node:net'
import { ImapFolder } from './imap-folder.ts'
import { ImapSession } from './imap-session.ts'

/**
 * An IMAP server for tests that keeps its mail in memory. `folders` may be looked into and changed at any time. What `answers`
 * says to a command that begins so is answered in its place: words such as `NO Not today`, `hang up`, or
 * `say nothing`.
 */
export class ImapServer {
  readonly folders = new Map([['INBOX', new ImapFolder()]])
  /** The password, and the access tokens, that open the mailbox of `user`. */
  readonly user = 'support@kelpbay.test'
  password = 'the password'
  tokens = new Set<string>()
  answers: Record<string, string> = {}
  /** Every command that was given, without what follows a password. */
  heard: string[] = []
  readonly sessions = new Set<ImapSession>()
  readonly #server = net.createServer(socket => {
    const session = new ImapSession(this, socket)
    this.sessions.add(session)
    socket.on('error', () => {}).on('close', () => this.sessions.delete(session))
  })

  get inbox(): ImapFolder {
    return this.folder('INBOX')
  }

  folder(name: string): ImapFolder {
    const folder = this.folders.get(name) ?? new ImapFolder()
    this.folders.set(name, folder)
    return folder
  }

  /** Puts a mail into the inbox and tells whoever listens. Its UID. */
  deliver(raw: Buffer, flags: string[] = []): number {
    const { uid } = this.inbox.add(raw, flags)
    for (const session of this.sessions) session.tellOfNews()
    return uid
  }

  /** The UIDs of the inbox, those of read mails negative. */
  inboxNow(): number[] {
    return this.inbox.mails.map(({ uid, flags }) => (flags.has('\\Seen') ? -uid : uid))
  }

  url(more = ''): string {
    const address = this.#server.address()
    const port = address instanceof Object ? address.port : 0
    return `imap://${encodeURIComponent(this.user)}:${encodeURIComponent(this.password)}@127.0.0.1:${port}/${more}`
  }

  hangUp(): void {
    for (const session of this.sessions) session.end()
  }

  listen(): Promise<void> {
    return new Promise(listening => this.#server.listen(0, '127.0.0.1', listening))
  }

  close(): Promise<void> {
    this.hangUp()
    return new Promise(closed => this.#server.close(() => closed()))
  }
}
