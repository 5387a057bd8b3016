import { sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { uploads } from '#src/lib/db/tables/files.ts'
import { postgresStore } from './postgres-store.ts'

const atOnce = 100

/** Deletes some of the uploads whose day is over, with the pieces of those that never came whole. True while there are more. */
export async function sweepUploads(tx: Tx): Promise<boolean> {
  const gone = await tx.execute<{ id: string }>(sql`
    delete from ${uploads} where ctid = any(array(
      select ctid from ${uploads} where ${uploads.goesAfter} < now() limit ${atOnce} for update skip locked
    )) returning id`)
  await postgresStore.delete(
    tx,
    gone.map(({ id }) => id),
  )
  return gone.length === atOnce
}
