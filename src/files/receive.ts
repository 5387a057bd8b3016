import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Tx, transaction } from '#src/lib/db/client.ts'
import { files } from '#src/lib/db/tables/files.ts'
import { env } from '#src/lib/env.ts'
import { fileField, type Received, type Receiver } from '#src/lib/forms/file-field.ts'
import { fileRefusal, oneTooMany } from '#src/lib/forms/file-refusal.ts'
import { cleanName } from './clean-name.ts'
import { inADay, keep } from './keep.ts'
import { type Listed, list, readListing, writeListing } from './listing.ts'
import { receivePiece } from './receive-piece.ts'
import { countAnotherDay, countUnsent, tooMuchUnsent } from './unsent.ts'
import { fileWords } from './words.ts'

/** The field `files` of a form in which files can be chosen. */
export const attachedFiles = fileField(receive, receivePiece)

/** A poor database takes its time for the forty pieces of a large file. */
const longestMs = 20_000

async function receive({
  person,
  listing,
  chosen,
  removed: proof,
}: Parameters<Receiver>[0]): Promise<Received> {
  let held = readListing(person, listing)
  const removed = held.find(file => file.proof === proof)
  if (removed) held = held.filter(file => file !== removed)
  const actor = person || 'system:files'
  // A page puts together itself what scripts brought in pieces.
  const { uploadFiles } = env()
  const refused = held.slice(uploadFiles).map(file => oneTooMany(file, uploadFiles))
  held = held.slice(0, uploadFiles)
  const before = held.length
  let fault: unknown
  try {
    if (before > 0) await stayAnotherDay(actor, person, held)
    for (const file of chosen) {
      const end = refusal(file, held) ?? (await kept(actor, person, file))
      if (typeof end === 'string') refused.push(end)
      else held = withFile(held, end)
    }
  } catch (error) {
    fault = error
    refused.push('What you chose could not all be kept. Choose what is not in the list again.')
  }
  const said = proof ? removedWords(removed) : attachedWords(held.slice(before))
  return { listing: writeListing(held), refused, said, fault }
}

/** Resolves to the file, or to why it is too much, in words. */
async function kept(actor: string, person: string, file: File): Promise<Listed | string> {
  const name = cleanName(file.name)
  const keeping = async (tx: Tx) => {
    const refused = await tooMuchUnsent(tx, person, { name, size: file.size })
    if (refused) return refused
    const { hash, ...what } = await keep(tx, file.stream())
    await countUnsent(tx, person, { hash, ...what })
    return list(person, { hash, name, words: fileWords(what) })
  }
  return transaction(actor, keeping, { repeatable: true, ms: longestMs })
}

/** The same file under the same name is listed once, however often it was chosen. */
function withFile(held: Listed[], file: Listed): Listed[] {
  return held.some(({ proof }) => proof === file.proof) ? held : [...held, file]
}

// The form may be held, or kept as a draft, for a day from now.
async function stayAnotherDay(actor: string, person: string, held: Listed[]): Promise<void> {
  const hashes = held.map(({ hash }) => hash)
  const lately = sql`${files.mayGoAfter} < now() + interval '23 hours'`
  await transaction(actor, tx =>
    Promise.all([
      tx
        .update(files)
        .set({ mayGoAfter: inADay })
        .where(and(inArray(files.hash, hashes), isNotNull(files.mayGoAfter), lately))
        .execute(),
      countAnotherDay(tx, person, hashes).execute(),
    ]),
  )
}

/** Why a file is not kept, in words that name it and the limit; undefined when it can be. */
function refusal({ name, size }: File, held: Listed[]): string | undefined {
  const { uploadBytes: bytes, uploadFiles: most } = env()
  return fileRefusal({ name: cleanName(name), size }, held.length, { most, bytes })
}

function removedWords(removed: Listed | undefined): string {
  if (!removed) return 'This file was removed before. Nothing was sent yet.'
  return `“${removed.name}” was removed. Nothing was sent yet.`
}

function attachedWords(added: Listed[]): string {
  if (added.length === 0) return 'No file was chosen. Choose one first, then attach it.'
  if (added.length === 1) return `“${added[0]?.name}” is attached. Nothing was sent yet.`
  return `${added.length} files are attached. Nothing was sent yet.`
}
