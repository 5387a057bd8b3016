import { desc, eq } from 'drizzle-orm'
import { attach } from '#src/files/attach.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { MailFile } from './parse.ts'

const most = 100

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
  const given = files.slice(0, most).map(({ name, type, bytes }) => ({ name: name ?? type, bytes: [bytes] }))
  await attach(tx, last.messageId, given)
}
