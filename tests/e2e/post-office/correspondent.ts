import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { type ReadMail, readMail } from '#tests/support/read-mail.ts'
import { certificateFile } from '#tests/support/tls-front.ts'
import { mailsIn } from './maildir.ts'
import type { Mailbox, Ports } from './office.ts'
import type { PostOffice } from './open.ts'

type Written = {
  to: string
  subject: string
  text: string
  headers?: Record<string, string>
  from?: string
  attachments?: { filename: string; content: string }[]
  inReplyTo?: string
  references?: string
}

/** Somebody with a mailbox at the post office, and the mail program that they write and read with. */
export class Correspondent {
  readonly address: string
  readonly #folder: string
  readonly #name: string
  readonly #post: ReturnType<typeof createTransport>

  constructor(office: PostOffice, name: string, { address, folder }: Mailbox, tls: keyof Ports = 'plain') {
    this.address = address
    this.#name = name
    this.#folder = join(office.mails, folder)
    this.#post = programAt(office.smtpUrl(address, tls))
  }

  async write(mail: Written): Promise<void> {
    await this.#post.sendMail({ from: { name: this.#name, address: this.address }, ...mail })
  }

  /** Answers as mail programs do: to where answers go, in its thread, with all of it quoted below. */
  async answer({ headers, text }: ReadMail, words: string, more: Partial<Written> = {}): Promise<void> {
    const quoted = text.split('\n').map(line => `> ${line}`.trimEnd())
    await this.write({
      to: addressIn(headers['reply-to'] ?? headers.from ?? ''),
      subject: `Re: ${(headers.subject ?? '').replace(/^Re: /, '')}`,
      inReplyTo: headers['message-id'] ?? '',
      references: [headers.references, headers['message-id']].join(' ').trim(),
      text: [words, '', `On ${headers.date}, the desk wrote:`, ...quoted, ''].join('\n'),
      ...more,
    })
  }

  /** All that has come to them, as it lies on the disk. */
  get raw(): string[] {
    return mailsIn(this.#folder)
  }

  get mails(): ReadMail[] {
    return this.raw.map(raw => readMail(raw.replace(/\r?\n/g, '\r\n')))
  }

  /** The last mail whose subject or text says this, as soon as there is one. */
  async gets(words: RegExp, patience = 60_000): Promise<ReadMail> {
    const find = () =>
      this.mails.findLast(({ headers, text }) => words.test(`${headers.subject}\n\n${text}`)) ?? null
    await expect.poll(find, { timeout: patience, message: `a mail with ${words}` }).not.toBeNull()
    const found = find()
    if (!found) throw new Error('The mail was taken away again')
    return found
  }

  close(): void {
    this.#post.close()
  }
}

/** A mail program that trusts the certificate of the tests. */
export function programAt(url: string, more: { pool?: boolean } = {}) {
  const { protocol, hostname, port, username, password } = new URL(url)
  return createTransport({
    ...more,
    host: hostname,
    port: Number(port),
    secure: protocol === 'smtps:',
    auth: { user: decodeURIComponent(username), pass: password },
    tls: { ca: readFileSync(certificateFile) },
  } as Parameters<typeof createTransport>[0])
}

const addressIn = (written: string) => /<([^<>]+)>/.exec(written)?.[1] ?? written
