import { asc, eq } from 'drizzle-orm'
import { attach, type GivenFile } from '#src/files/attach.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { ledger } from './desk.ts'
import { photo } from './pictures.ts'

/** Attaches a picture to the last message of a ticket, which has no file yet, and what else is given. Their ids, in order. */
export async function pictureAnd(reference: string, ...others: GivenFile[]): Promise<string[]> {
  const messageId = (await ledger(reference)).messages.at(-1)?.id ?? ''
  const given = [{ name: 'pier.jpg', bytes: [photo()] }, ...others]
  await transaction('test', tx => attach(tx, messageId, given))
  const found = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.messageId, messageId))
    .orderBy(asc(attachments.position))
  return found.map(({ id }) => id)
}

/** The same for a picture alone: its id. */
export async function pictureOn(reference: string): Promise<string> {
  return (await pictureAnd(reference))[0] ?? ''
}
