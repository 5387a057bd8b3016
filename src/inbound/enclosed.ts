import type { GivenFile } from '#src/files/attach.ts'
import type { Mail } from './parse.ts'

const most = 100

/** What a part of a mail is called that its sender's program gave no name, as it does not for what it makes itself. */
const nameless = new Map([
  ['text/calendar', 'invitation.ics'],
  ['text/html', 'page.html'],
  ['text/rfc822-headers', 'headers.txt'],
  ['message/rfc822', 'mail.eml'],
  ['message/delivery-status', 'report.txt'],
  ['image/jpeg', 'picture.jpg'],
  ['image/png', 'picture.png'],
  ['image/gif', 'picture.gif'],
  ['application/pdf', 'document.pdf'],
])

/** The files of a mail, for the message that it becomes. */
export function enclosedIn({ files }: Pick<Mail, 'files'>): GivenFile[] {
  return files
    .slice(0, most)
    .map(({ name, type, bytes }) => ({ name: name ?? nameless.get(type) ?? type, bytes: [bytes] }))
}
