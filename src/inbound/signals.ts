import { type MarkRead, readMessageId, readReplyAddress } from '#src/mail/thread-mark.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { headerOf, type Mail } from './parse.ts'

/** Which ticket a mail belongs to, by the strongest of the three signals that it carries. */
export type Signal = MarkRead | { is: 'named'; references: string[] }

// Where mail servers write the address that a mail was really sent to.
const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to', 'x-envelope-to']

/**
 * A signed address comes first, then a signed Message-ID that is answered, then a reference in the subject. A wrong
 * signature is never passed over for a weaker signal.
 * @param about ids of mails that came back, for a bounce, which answers nothing
 */
export function signalIn(
  mail: Pick<Mail, 'headers' | 'to' | 'answers' | 'subject'>,
  about: string[] = [],
): Signal {
  const addresses = [...mail.to, ...delivered.flatMap(name => headerOf(mail, name).flatMap(addressesIn))]
  const ids = [...about, ...mail.answers.directly, ...mail.answers.inThread.toReversed()]
  return (
    best(addresses.map(readReplyAddress)) ??
    best(ids.map(readMessageId)) ?? { is: 'named', references: referencesIn(mail.subject) }
  )
}

function best(reads: MarkRead[]): MarkRead | undefined {
  return reads.find(({ is }) => is === 'valid') ?? reads.find(({ is }) => is === 'forged')
}

function addressesIn(value: string): string[] {
  return value.match(/[^\s<>,;]{1,320}@[^\s<>,;]{1,255}/g) ?? []
}

function referencesIn(subject: string): string[] {
  const words =
    subject.slice(0, 1000).match(/(?<![\p{L}\d])[\dA-Za-z]{4}\p{Dash}?[\dA-Za-z]{4}(?![\p{L}\d])/gu) ?? []
  return words.map(parseReference).flatMap(parsed => (parsed.ok ? [parsed.reference] : []))
}
