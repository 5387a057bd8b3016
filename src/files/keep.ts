import { createHash } from 'node:crypto'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { files } from '#src/lib/db/tables/files.ts'
import { ByteReader } from './byte-reader.ts'
import { contentType, tellingBytes } from './content-type.ts'
import type { Bytes } from './file-store.ts'
import { withoutMetadata } from './pictures/without-metadata.ts'
import { postgresStore } from './postgres-store.ts'

export type KeptFile = Pick<typeof files.$inferSelect, 'hash' | 'size' | 'type'>

/** When a file that is kept now may go, unless a message has it by then. */
export const inADay = sql`now() + interval '24 hours'`

/**
 * Keeps the contents of a file, once however often they come, and for a day unless a message takes them. Photos leave
 * behind where they were taken.
 */
export async function keep(tx: Tx, bytes: Bytes): Promise<KeptFile> {
  const reader = new ByteReader(bytes)
  const type = contentType(await reader.peek(tellingBytes))
  const contentId = crypto.randomUUID()
  const digest = createHash('sha256')
  let size = 0
  await postgresStore.put(tx, contentId, counted())
  const file = { hash: digest.digest('hex'), size, type }
  const kept = (await staying(tx, file.hash)) ?? (await registered(tx, { ...file, contentId }))
  if (kept !== contentId) await postgresStore.delete(tx, [contentId])
  return file

  async function* counted() {
    for await (const part of withoutMetadata(reader, type)) {
      digest.update(part)
      size += part.length
      yield part
    }
  }
}

/** Read without a lock where it can be: a thousand mails with one signature shall not wait for each other. */
async function staying(tx: Tx, hash: string): Promise<string | undefined> {
  const aWhileYet = or(isNull(files.mayGoAfter), gt(files.mayGoAfter, sql`now() + interval '12 hours'`))
  const [found] = await tx
    .select({ contentId: files.contentId })
    .from(files)
    .where(and(eq(files.hash, hash), aWhileYet))
  return found?.contentId
}

async function registered(
  tx: Tx,
  file: Omit<typeof files.$inferInsert, 'mayGoAfter'>,
): Promise<string | undefined> {
  const [row] = await tx
    .insert(files)
    .values({ ...file, mayGoAfter: inADay })
    .onConflictDoUpdate({ target: files.hash, set: { mayGoAfter: inADay } })
    .returning({ contentId: files.contentId })
  return row?.contentId
}
