import { createHash } from 'node:crypto'
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#src/lib/db/client.ts'
import { bucketObjects, fileChunks, files } from '#src/lib/db/tables/files.ts'
import type { Bucket } from './bucket.ts'
import { chunksOf, postgresStore } from './postgres-store.ts'

const inOurName = 'system:bring-back-files'

/**
 * Brings the bytes of one file back from the bucket into the database, a chunk in a transaction. Resolves to false when
 * there is none. The file is read from the bucket until all of it is here. Throws what the bucket throws, and where the
 * bytes are not those that were kept; it is tried again ten minutes later.
 */
export async function bringBackNext(bucket: Bucket): Promise<boolean> {
  const object = await transaction(inOurName, begin)
  if (!object) return false
  const digest = createHash('sha256')
  let seq = 0
  for await (const bytes of chunksOf(bucket.get(object.key, 0))) {
    digest.update(bytes)
    await transaction(inOurName, tx => putBack(tx, object.contentId, seq, bytes), { repeatable: true })
    seq++
  }
  const isSame = digest.digest('hex') === object.hash
  await transaction(inOurName, tx => settle(tx, object, isSame), { repeatable: true })
  if (!isSame) throw new Error('The bucket gave other bytes than were put there')
  return true
}

type Returning = { key: string; contentId: string; hash: string }

async function begin(tx: Tx): Promise<Returning | undefined> {
  const { key, contentId, goesAfter, triedAt } = bucketObjects
  const [found] = await tx
    .select({ key, contentId, hash: files.hash })
    .from(bucketObjects)
    .innerJoin(files, eq(files.contentId, contentId))
    .where(and(isNull(goesAfter), or(isNull(triedAt), lt(triedAt, sql`now() - interval '10 minutes'`))))
    .limit(1)
    .for('update', { of: bucketObjects, skipLocked: true })
  if (found) await tx.update(bucketObjects).set({ triedAt: sql`now()` }).where(eq(key, found.key))
  return found
}

// Nothing of a file that was given up meanwhile may stay behind.
async function putBack(tx: Tx, contentId: string, seq: number, bytes: Buffer): Promise<void> {
  const [file] = await tx
    .select({ hash: files.hash })
    .from(files)
    .where(eq(files.contentId, contentId))
    .for('key share')
  if (file) await tx.insert(fileChunks).values({ contentId, seq, bytes }).onConflictDoNothing()
}

async function settle(tx: Tx, { key, contentId }: Returning, isSame: boolean): Promise<void> {
  if (!isSame) return postgresStore.delete(tx, [contentId])
  await tx
    .update(bucketObjects)
    .set({ goesAfter: sql`now() + interval '1 hour'`, triedAt: null })
    .where(and(eq(bucketObjects.key, key), isNull(bucketObjects.goesAfter)))
}
