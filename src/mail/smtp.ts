import { createTransport } from 'nodemailer'
import type { Send } from './deliver.ts'

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
const longestMs = { ofWords: 60_000, withFiles: 180_000 }

/** Sends by the mail server at an smtp:// or smtps:// address. An attempt lasts a minute at most, three with files. */
export function smtpAt(url: string): Send {
  // What stands in a mail is never a file or an address to fetch.
  const transport = createTransport({ url, ...limits, disableFileAccess: true, disableUrlAccess: true })
  return async letter => {
    const longest = letter.attachments.length > 0 ? longestMs.withFiles : longestMs.ofWords
    await transport.sendMail({ ...letter, signal: AbortSignal.timeout(longest) })
  }
}
