import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#src/lib/db/client.ts'
import { fileChunks } from '#src/lib/db/tables/files.ts'
import { pieceBytes } from '#src/lib/http/limits.ts'
import { ByteReader } from './byte-reader.ts'
import type { Bytes, FileStore } from './file-store.ts'

export const chunkBytes = pieceBytes

/** Keeps files in the database of the desk, so that a copy of it is a copy of everything. */
export const postgresStore: FileStore = {
  async put(tx, contentId, given) {
    let seq = 0
    for await (const bytes of chunksOf(given))
      await tx.insert(fileChunks).values({ contentId, seq: seq++, bytes })
  },

  // Each chunk is a question of its own, so that somebody who takes a file slowly holds no connection meanwhile.
  async *get(reader, contentId) {
    let bytes = await chunk(reader, contentId, 0)
    for (let seq = 1; bytes; seq++) {
      yield bytes
      bytes = bytes.length < chunkBytes ? undefined : await chunk(reader, contentId, seq)
    }
  },

  async delete(tx, contentIds) {
    if (contentIds.length > 0) await tx.delete(fileChunks).where(inArray(fileChunks.contentId, contentIds))
  },
}

/** The same bytes in the pieces in which they are kept: all of one length but the last. */
export async function* chunksOf(given: Bytes): AsyncGenerator<Buffer> {
  const reader = new ByteReader(given)
  for (let bytes = await reader.take(chunkBytes); bytes.length > 0; bytes = await reader.take(chunkBytes))
    yield bytes
}

async function chunk(reader: Reader, contentId: string, seq: number): Promise<Uint8Array | undefined> {
  const [found] = await reader
    .select({ bytes: fileChunks.bytes })
    .from(fileChunks)
    .where(and(eq(fileChunks.contentId, contentId), eq(fileChunks.seq, seq)))
  return found?.bytes
}
