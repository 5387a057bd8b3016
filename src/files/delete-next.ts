import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#src/lib/db/client.ts'
import { bucketObjects } from '#src/lib/db/tables/files.ts'
import type { Bucket } from './bucket.ts'

const inOurName = 'system:delete-files'

/**
 * Deletes one object that no file has any more from the bucket. Resolves to false when there is none. It is crossed out
 * only when the bucket has said that it is gone; until then it is tried again every ten minutes. Throws what the bucket throws.
 */
export async function deleteNext(bucket: Bucket): Promise<boolean> {
  const key = await transaction(inOurName, begin)
  if (!key) return false
  await bucket.delete(key)
  await transaction(inOurName, tx => tx.delete(bucketObjects).where(eq(bucketObjects.key, key)), {
    repeatable: true,
  })
  return true
}

async function begin(tx: Tx): Promise<string | undefined> {
  const { key, goesAfter, triedAt } = bucketObjects
  const [found] = await tx
    .select({ key })
    .from(bucketObjects)
    .where(
      and(lt(goesAfter, sql`now()`), or(isNull(triedAt), lt(triedAt, sql`now() - interval '10 minutes'`))),
    )
    .orderBy(asc(goesAfter))
    .limit(1)
    .for('update', { skipLocked: true })
  if (found) await tx.update(bucketObjects).set({ triedAt: sql`now()` }).where(eq(key, found.key))
  return found?.key
}
