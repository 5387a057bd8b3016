import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
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
  const { parts, passed } = counted(withoutMetadata(reader, type))
  // What the bytes were is known before the last of them leave for the database, so both leave in one flight.
  const [, { file, kept }] = await Promise.all([
    postgresStore.put(tx, contentId, parts),
    passed.then(async what => {
      const file = { ...what, type }
      return { file, kept: await registered(tx, { ...file, contentId }) }
    }),
  ])
  if (kept !== contentId) await postgresStore.delete(tx, [contentId])
  return file
}

/** The same bytes, and what they were once all of them have passed. */
function counted(bytes: AsyncIterable<Uint8Array>) {
  let tell: (passed: Pick<KeptFile, 'hash' | 'size'>) => void
  const passed = new Promise<Pick<KeptFile, 'hash' | 'size'>>(resolve => {
    tell = resolve
  })
  async function* pass() {
    const digest = createHash('sha256')
    let size = 0
    for await (const part of bytes) {
      digest.update(part)
      size += part.length
      yield part
    }
    tell({ hash: digest.digest('hex'), size })
  }
  return { parts: pass(), passed }
}

/**
 * Registers a file, and resolves to the id under which its contents are kept. One that stays for a while anyway is only read,
 * without a lock: a thousand mails with one signature shall not wait for each other.
 */
async function registered(
  tx: Tx,
  { hash, contentId, size, type }: Omit<typeof files.$inferInsert, 'mayGoAfter'>,
): Promise<string | undefined> {
  const [row] = await tx.execute<{ contentId: string }>(sql`
    with staying as (
      select content_id from ${files} where hash = ${hash}
        and (may_go_after is null or may_go_after > now() + interval '12 hours')),
    new as (
      insert into ${files} (hash, content_id, size, type, may_go_after)
      select ${hash}, ${contentId}::uuid, ${size}::int, ${type}, ${inADay} where not exists (select from staying)
      on conflict (hash) do update set may_go_after = excluded.may_go_after
      returning content_id)
    select content_id as "contentId" from staying union all select content_id from new`)
  return row?.contentId
}
