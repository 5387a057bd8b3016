import { and, eq, isNull, not, sql } from 'drizzle-orm'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { bucketObjects, fileChunks, files } from '#src/lib/db/tables/files.ts'
import type { Bucket } from './bucket.ts'
import { postgresStore } from './postgres-store.ts'

const inOurName = 'system:move-files'

/**
 * Moves the bytes of a file that a message has from the database into the bucket. Resolves to false when there is none.
 * They are put there between two transactions: the first writes down the object, to be deleted in an hour, and the second
 * counts it in and takes the bytes out of the database. Whoever dies in between leaves an object that goes by its time.
 * Throws what the bucket throws; the file stays where it is, and is tried again ten minutes later.
 */
export async function moveNext(bucket: Bucket): Promise<boolean> {
  const file = await transaction(inOurName, begin)
  if (!file) return false
  try {
    await bucket.put(file.key, file, postgresStore.get(db, file.contentId))
  } catch (error) {
    // Its ticket may have been deleted meanwhile, or another worker may have been faster.
    if ((await db.$count(fileChunks, eq(fileChunks.contentId, file.contentId))) > 0) throw error
    return true
  }
  await transaction(inOurName, tx => countIn(tx, file), { repeatable: true })
  return true
}

type Moving = { key: string; contentId: string; size: number; hash: string }

async function begin(tx: Tx): Promise<Moving | null> {
  const inUseOrBegun = sql`exists (select from ${bucketObjects} where ${bucketObjects.contentId} = ${files.contentId}
    and (${bucketObjects.goesAfter} is null or ${bucketObjects.goesAfter} > now() + interval '50 minutes'))`
  const [file] = await tx
    .select({ contentId: files.contentId, size: files.size, hash: files.hash })
    .from(fileChunks)
    .innerJoin(files, eq(files.contentId, fileChunks.contentId))
    .where(and(sql`${fileChunks.seq} = 0`, isNull(files.mayGoAfter), not(inUseOrBegun)))
    .limit(1)
    .for('no key update', { of: files, skipLocked: true })
  if (!file) return null
  const { contentId, size } = file
  const [object] = await tx
    .insert(bucketObjects)
    .values({ contentId, size, goesAfter: sql`now() + interval '1 hour'` })
    .returning({ key: bucketObjects.key })
  return object ? { ...file, ...object } : null
}

// Behind the lock of the file it is known whether it still is there, and whether somebody else was faster.
async function countIn(tx: Tx, { key, contentId }: Moving): Promise<void> {
  const [file] = await tx
    .select({ hash: files.hash })
    .from(files)
    .where(eq(files.contentId, contentId))
    .for('no key update')
  if (!file) return
  const inUse = sql`exists (select from ${bucketObjects} other where other.content_id = ${contentId} and other.goes_after is null)`
  const [counted] = await tx
    .update(bucketObjects)
    .set({ goesAfter: null })
    .where(and(eq(bucketObjects.key, key), isNull(bucketObjects.triedAt), not(inUse)))
    .returning({ key: bucketObjects.key })
  if (counted) await postgresStore.delete(tx, [contentId])
}
