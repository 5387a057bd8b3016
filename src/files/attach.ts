import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { cleanName } from './clean-name.ts'
import type { Bytes } from './file-store.ts'
import { type KeptFile, keep } from './keep.ts'

/** A file as its sender gives it; `description` says what a picture shows, for whoever does not see it. */
export type GivenFile = { name: string; bytes: Bytes; description?: string }

/**
 * Keeps files and attaches them to a message that has none yet, in the order given. One after the other, so that no more
 * than a part of one file is in memory.
 */
export async function attach(tx: Tx, messageId: string, given: readonly GivenFile[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const { bytes } of given) kept.push(await keep(tx, bytes))
  const rows = given.flatMap(({ name, description }, position) => {
    const file = kept[position]
    return file ? [{ messageId, position, fileHash: file.hash, name: cleanName(name), description }] : []
  })
  if (rows.length === 0) return kept
  const hashes = kept.map(({ hash }) => hash)
  await Promise.all([
    tx.insert(attachments).values(rows),
    tx
      .update(files)
      .set({ mayGoAfter: null })
      .where(and(inArray(files.hash, hashes), isNotNull(files.mayGoAfter))),
  ])
  return kept
}
