import { desc, eq } from 'drizzle-orm'
import { attach } from '#src/files/attach.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { MailFile } from './parse.ts'

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

/** Attaches the files of a mail to the message that it has just become, which is the last thing on its ticket. */
export async function attachFiles(tx: Tx, reference: string, files: readonly MailFile[]): Promise<void> {
  if (files.length === 0) return
  const [last] = await tx
    .select({ messageId: ticketEvents.messageId })
    .from(ticketEvents)
    .innerJoin(tickets, eq(tickets.id, ticketEvents.ticketId))
    .where(eq(tickets.reference, reference))
    .orderBy(desc(ticketEvents.seq))
    .limit(1)
  if (!last?.messageId) throw new Error('The mail became no message')
  const given = files
    .slice(0, most)
    .map(({ name, type, bytes }) => ({ name: name ?? nameless.get(type) ?? type, bytes: [bytes] }))
  await attach(tx, last.messageId, given)
}
