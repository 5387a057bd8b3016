import type { Reader, Tx } from '#src/lib/db/client.ts'

/** The bytes of a file in the order of the file, a part at a time; parts may have any length. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Where the bytes of files are. What a file is called, who may have it and how long it stays is no concern of the store:
 * it knows them by an id, and holds one part of a file in memory at a time, both ways.
 */
export type FileStore = {
  /** Keeps the bytes under an id that was not used before. They count once the transaction has committed. */
  put(tx: Tx, contentId: string, bytes: Bytes): Promise<void>
  /** The bytes that were put there; none where nothing is. */
  get(reader: Reader, contentId: string): AsyncIterable<Uint8Array>
  delete(tx: Tx, contentIds: string[]): Promise<void>
}
