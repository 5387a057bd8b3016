import { asc, eq } from 'drizzle-orm'
import { mira } from '#src/demo/cast.ts'
import { attach, type GivenFile } from '#src/files/attach.ts'
import { attachmentPath } from '#src/files/paths.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { ticketMessages } from '#src/lib/db/tables/tickets.ts'
import { asked, bring, ledger } from './desk.ts'

/** A ticket whose first message and whose note have these files, with where each of them is. */
export async function ticketWithFiles(by: Actor, sent: GivenFile[], noted: GivenFile[] = []) {
  const reference = await asked(by)
  await bring(reference, mira, { note: 'Look at this.' })
  const { messages } = await ledger(reference)
  for (const { id, isInternal } of messages)
    await transaction(by.userId, tx => attach(tx, id, isInternal ? noted : sent))
  const found = await db
    .select({ id: attachments.id, isInternal: ticketMessages.isInternal })
    .from(attachments)
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .where(eq(ticketMessages.ticketId, messages[0]?.ticketId ?? ''))
    .orderBy(asc(attachments.position))
  const of = (internal: boolean) => found.filter(({ isInternal }) => isInternal === internal)
  return {
    reference,
    ofMessage: of(false).map(({ id }) => attachmentPath(id)),
    ofNote: of(true).map(({ id }) => attachmentPath(id)),
  }
}
