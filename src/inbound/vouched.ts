import { headerOf, type Mail, parseMail } from './parse.ts'

/** The subject of a mail that no program can read. */
export const unreadableSubject = 'A mail that cannot be read'

/** A mail, read; of one that nothing can read, words that say so, and the whole of it as a file. */
export async function readable(raw: Uint8Array): Promise<Mail> {
  return parseMail(raw).catch(() => ({
    headers: [],
    from: [],
    to: [],
    subject: unreadableSubject,
    messageId: undefined,
    answers: { directly: [], inThread: [] },
    text: 'This mail could not be read. It is attached as it came.',
    html: '',
    files: [{ name: 'mail.eml', type: 'message/rfc822', bytes: raw }],
  }))
}

/** Who a mail is from; undefined where it does not say, or names several: programs differ in which one they show. */
export function senderOf(mail: Pick<Mail, 'headers' | 'from'>) {
  const [from, ...others] = mail.from
  return others.length > 0 || headerOf(mail, 'from').length !== 1 ? undefined : from
}

/** The mail with one sender, whom an administrator names where it does not say; null where nobody says it. */
export function vouchedFor(mail: Mail, address: string | undefined): Mail | null {
  const from = senderOf(mail) ?? (address === undefined ? undefined : { name: '', address })
  return from ? { ...mail, from: [from] } : null
}
