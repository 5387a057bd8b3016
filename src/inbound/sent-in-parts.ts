import { eq, type SQL, sql } from 'drizzle-orm'
import { postgresStore } from '#src/files/postgres-store.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { fileChunks } from '#src/lib/db/tables/files.ts'

const mostAtOnce = 1_000_000

/** The bytes of a mail as the row of it takes them, and what is to be done when it has them. */
type Sent = { raw: Uint8Array | SQL<Uint8Array>; forget: () => Promise<void> }

/**
 * Sends the bytes of a mail to the database. A statement carries them as text of twice their length, and may take eight
 * seconds: so those of a large mail go in parts, which the database puts together.
 */
export async function sent(tx: Tx, raw: Uint8Array): Promise<Sent> {
  if (raw.length <= mostAtOnce) return { raw, forget: async () => {} }
  const id = crypto.randomUUID()
  await postgresStore.put(tx, id, [raw])
  const ofThisMail = eq(fileChunks.contentId, id)
  return {
    raw: sql`(select string_agg(${fileChunks.bytes}, '' order by ${fileChunks.seq}) from ${fileChunks} where ${ofThisMail})`,
    forget: () => postgresStore.delete(tx, [id]),
  }
}
