import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { isPicture } from './described.ts'
import { lockForWork } from './find.ts'
import type { describeFileForm } from './forms.ts'
import { soFar, writeDown } from './write-down.ts'

type Input = z.output<typeof describeFileForm>

/** An agent says what a picture on a ticket shows, for whoever does not see it. Nothing else of a file ever changes. */
export async function describeFile(tx: Tx, actor: Actor, input: Input): Promise<'changed' | 'already-so'> {
  const [[agent, ticket], picture] = await Promise.all([
    lockForWork(tx, actor, input.reference),
    pictureOn(tx, input),
  ])
  if (!picture || !isPicture(picture)) throw new Refusal('There is no such picture on this ticket.')
  const { asked, overtaken, hidden } = mergeForm<'description'>(
    { description: picture.description ?? '' },
    input,
  )
  if (overtaken.length > 0)
    throw new Refusal(
      `A colleague wrote “${picture.description ?? ''}” here after you opened this page. Send yours in its place, or go back.`,
      'description',
      { hidden },
    )
  if (asked.length === 0) return 'already-so'
  const [before] = await Promise.all([
    soFar(tx, ticket),
    tx
      .update(attachments)
      .set({ description: input.description || null })
      .where(eq(attachments.id, picture.id))
      .execute(),
  ])
  await writeDown(tx, agent, ticket, { kind: 'described' }, before)
  return 'changed'
}

// Asked behind the lock on the ticket, so that it is as the one before has left it.
async function pictureOn(tx: Tx, { reference, attachmentId }: Input) {
  const [found] = await tx
    .select({ id: attachments.id, description: attachments.description, type: files.type })
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(and(eq(tickets.reference, reference), eq(attachments.id, attachmentId)))
  return found
}
