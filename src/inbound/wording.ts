import { type Folded, foldHistory } from './fold-history.ts'
import { textOfHtml } from './html-to-text.ts'
import type { Mail } from './parse.ts'

const most = { read: 500_000, body: 50_000, folded: 200_000, subject: 200 }

/** What a mail says, as it stands on a ticket: the new words, and what was folded away. */
export function wordingOf(mail: Pick<Mail, 'text' | 'html'>): Folded {
  const before = read.get(mail)
  if (before) return before
  const wording = worked(mail)
  read.set(mail, wording)
  return wording
}

// A transaction is short and may be done again: what it needs of the words is worked out before, once.
const read = new WeakMap<object, Folded>()

function worked(mail: Pick<Mail, 'text' | 'html'>): Folded {
  const { body, folded } = foldHistory(readable(mail))
  return {
    body: shortened(body === '' ? 'The mail has no text.' : body, most.body),
    folded: shortened(folded, most.folded),
  }
}

/** A subject as a ticket has it. */
export function subjectOf({ subject }: Pick<Mail, 'subject'>): string {
  return shortened(subject, most.subject) || 'A mail without a subject'
}

// Programs that write HTML add the same as plain text, or an empty line.
function readable({ text, html }: Pick<Mail, 'text' | 'html'>): string {
  const plain = text.trim() === '' && html !== '' ? textOfHtml(html) : text
  return beginning(plain)
    .replace(/\n(?:[^\S\n]*\n){3,}/g, '\n\n')
    .trim()
}

// What is beyond stands on no ticket, so that nothing looks for a signature through megabytes of a log.
function beginning(text: string): string {
  return text.length > most.read ? text.slice(0, most.read).toWellFormed() : text
}

// Never in the middle of a letter, and said; the whole of it stays in the raw mail.
function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}
