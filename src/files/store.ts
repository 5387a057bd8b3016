import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#src/lib/db/client.ts'
import { bucketObjects } from '#src/lib/db/tables/files.ts'
import { bucketOfSettings } from './bucket.ts'
import type { FileStore } from './file-store.ts'
import { chunkBytes, postgresStore } from './postgres-store.ts'

/**
 * Where the bytes of every file are put, found and given up. All of them come into the database first, in the transaction
 * of what they belong to; the worker moves them into a bucket later, where the settings name one. A bucket is asked by
 * nobody but who reads a file.
 */
export const fileStore: FileStore = {
  put: postgresStore.put,

  // Only the last chunk is shorter than the others. Where none of that length comes, the rest may have been moved meanwhile.
  async *get(reader, contentId) {
    let given = 0
    for await (const part of postgresStore.get(reader, contentId)) {
      given += part.length
      yield part
    }
    if (given % chunkBytes > 0) return
    const object = await objectOf(reader, contentId)
    if (object && given < object.size) yield* bucketOfSettings().get(object.key, given)
  },

  // Not at once, so that whoever is just being given it is given all of it.
  async delete(tx, contentIds) {
    if (contentIds.length === 0) return
    await postgresStore.delete(tx, contentIds)
    await tx
      .update(bucketObjects)
      .set({ goesAfter: sql`now() + interval '1 hour'` })
      .where(and(inArray(bucketObjects.contentId, contentIds), isNull(bucketObjects.goesAfter)))
  },
}

async function objectOf(reader: Reader, contentId: string) {
  const [object] = await reader
    .select({ key: bucketObjects.key, size: bucketObjects.size })
    .from(bucketObjects)
    .where(and(eq(bucketObjects.contentId, contentId), isNull(bucketObjects.goesAfter)))
  return object
}
