/** Why a mail did not leave. `ofServer`: no other mail would have left either. `final`: trying again is no use. */
export type Failure = { words: string; ofServer: boolean; final: boolean }

const longest = 500

/** What an error of the mail server's client means. Source: Nodemailer's `code`, `command` and `responseCode`. */
export function failureOf(error: unknown): Failure {
  const code = textOf(error, 'code')
  const about = textOf(error, 'command')
  const answered = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  return {
    words: wordsOf(error),
    ofServer: !aboutThisMail,
    final: aboutThisMail && ((about === 'RCPT TO' && answered >= 500) || about === 'API'),
  }
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error)
  return words.replace(/\s+/g, ' ').trim().slice(0, longest)
}

function textOf(error: unknown, name: 'code' | 'command'): string {
  if (!(error instanceof Error) || !(name in error)) return ''
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : ''
}
