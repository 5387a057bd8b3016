/**
 * Why a mail did not leave. `ofServer`: no other mail would have left either. `final`: trying again is no use.
 * `nobodyThere`: nor is any other mail to that address.
 */
export type Failure = { words: string; ofServer: boolean; final: boolean; nobodyThere: boolean }

/** A file of the mail could not be read. The client of the mail server writes a code of its own on it. */
export class UnreadableFile extends Error {}

const longest = 500

/** What an error of the mail server's client means. Source: Nodemailer's `code`, `command`, `response` and `responseCode`. */
export function failureOf(error: unknown): Failure {
  const code = textOf(error, 'code')
  const about = textOf(error, 'command')
  const answered = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE' || error instanceof UnreadableFile
  const refusesReader = code === 'EENVELOPE' && about === 'RCPT TO' && answered >= 500
  return {
    words: wordsOf(error),
    ofServer: !aboutThisMail,
    final: refusesReader || (aboutThisMail && about === 'API'),
    nobodyThere: refusesReader && saysNobodyThere(/^5\d\d[ -](\S+)/.exec(textOf(error, 'response'))?.[1]),
  }
}

/**
 * Whether an enhanced status code says that no mail can ever reach an address. Source: RFC 3463: no such mailbox, domain or
 * address, moved away, takes no mail, disabled. A bare 550 may be about us as well, and then all addresses would be
 * stopped, one after the other.
 */
export function saysNobodyThere(code = ''): boolean {
  return /^5\.(1\.(1|2|3|6|10)|2\.1)$/.test(code)
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.replace(/\s+/g, ' ').trim().slice(0, longest)
}

function textOf(error: unknown, name: 'code' | 'command' | 'response'): string {
  if (!(error instanceof Error) || !(name in error)) return ''
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : ''
}
