import { and, asc, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { type Listed, readListing } from './listing.ts'
import { countNoMore } from './unsent.ts'

/**
 * The files that a form holds, each still kept and sure to stay until the transaction ends. Refuses, in words, when one
 * has gone. Asks nothing where there are none.
 * @param field the field `files` of the form
 */
export async function keptFiles(
  tx: Tx,
  { userId }: { userId: string },
  field: string | undefined,
): Promise<Listed[]> {
  const listing = readListing(userId, field ?? '')
  if (listing.length === 0) return []
  const found = await tx
    .select({ hash: files.hash })
    .from(files)
    .where(inArray(files.hash, hashesOf(listing)))
    .orderBy(asc(files.hash))
    .for('key share')
  const gone = listing.find(({ hash }) => !found.some(file => file.hash === hash))
  if (gone) throw new Refusal(`“${gone.name}” is no longer kept. Remove it and choose it again.`, 'upload')
  return listing
}

/** Attaches what this person has kept to a message that has no file yet, in this order, by statements that leave at once. */
export function attachKept(
  tx: Tx,
  { userId }: { userId: string },
  messageId: string,
  listing: readonly Listed[],
) {
  const rows = listing.map(({ hash, name }, position) => ({ messageId, position, fileHash: hash, name }))
  return Promise.all([
    tx.insert(attachments).values(rows).execute(),
    tx
      .update(files)
      .set({ mayGoAfter: null })
      .where(and(inArray(files.hash, hashesOf(listing)), isNotNull(files.mayGoAfter)))
      .execute(),
    countNoMore(tx, userId, hashesOf(listing)).execute(),
  ])
}

function hashesOf(listing: readonly Listed[]): string[] {
  return listing.map(({ hash }) => hash)
}
