import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import { transaction } from '#src/lib/db/client.ts'
import { files } from '#src/lib/db/tables/files.ts'
import { env } from '#src/lib/env.ts'
import { fileField, type Received, type Receiver } from '#src/lib/forms/file-field.ts'
import { cleanName } from './clean-name.ts'
import { inADay, keep } from './keep.ts'
import { type Listed, list, readListing, writeListing } from './listing.ts'
import { fileWords, sizeWords } from './words.ts'

/** The field `files` of a form in which files can be chosen. */
export const attachedFiles = fileField(receive)

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
  const before = held.length
  const refused: string[] = []
  let fault: unknown
  try {
    if (before > 0) await stayAnotherDay(actor, held)
    for (const file of chosen) {
      const why = refusal(file, held)
      if (why) refused.push(why)
      else held = withFile(held, await kept(actor, person, file))
    }
  } catch (error) {
    fault = error
    refused.push('What you chose could not all be kept. Choose what is not in the list again.')
  }
  const said = proof ? removedWords(removed) : attachedWords(held.slice(before))
  return { listing: writeListing(held), refused, said, fault }
}

async function kept(actor: string, person: string, file: File): Promise<Listed> {
  const name = cleanName(file.name)
  const { hash, ...what } = await transaction(actor, tx => keep(tx, file.stream()), {
    repeatable: true,
    ms: longestMs,
  })
  return list(person, { hash, name, words: fileWords(what) })
}

/** The same file under the same name is listed once, however often it was chosen. */
function withFile(held: Listed[], file: Listed): Listed[] {
  return held.some(({ proof }) => proof === file.proof) ? held : [...held, file]
}

// The form may be held, or kept as a draft, for a day from now.
async function stayAnotherDay(actor: string, held: Listed[]): Promise<void> {
  const named = inArray(
    files.hash,
    held.map(({ hash }) => hash),
  )
  await transaction(actor, tx =>
    tx
      .update(files)
      .set({ mayGoAfter: inADay })
      .where(and(named, isNotNull(files.mayGoAfter), sql`${files.mayGoAfter} < now() + interval '23 hours'`)),
  )
}

/** Why a file is not kept, in words that name it and the limit; undefined when it can be. */
function refusal(file: File, held: Listed[]): string | undefined {
  const { uploadBytes, uploadFiles } = env()
  const name = `“${cleanName(file.name)}”`
  if (file.size === 0) return `${name} is empty. Choose a file with something in it.`
  if (file.size > uploadBytes)
    return `${name} has ${sizeWords(file.size)}. A file may have ${uploadBytes / 1_000_000} MB at most.`
  if (held.length >= uploadFiles)
    return `${name} is one too many. A message may have ${uploadFiles === 1 ? 'one file' : `${uploadFiles} files`} at most.`
  return undefined
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
