import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Tx, transaction } from '#src/lib/db/client.ts'
import { fileChunks, files, uploads } from '#src/lib/db/tables/files.ts'
import { env } from '#src/lib/env.ts'
import type { Arrived, PieceReceiver } from '#src/lib/forms/file-field.ts'
import { fileRefusal } from '#src/lib/forms/file-refusal.ts'
import { pieceBytes } from '#src/lib/http/limits.ts'
import { cleanName } from './clean-name.ts'
import { inADay, keep } from './keep.ts'
import { list } from './listing.ts'
import { postgresStore } from './postgres-store.ts'
import { tooMuchUnsent } from './unsent.ts'
import { fileWords } from './words.ts'

/** As long as a file that comes as a whole has: the last piece makes the file. */
const longestMs = 20_000

const unreadable = { refused: 'This file could not be read. Choose it again.' }

/** Which file of theirs it is a piece of, how large all of that is, and at which of its bytes the piece begins. */
const place = z.object({
  file: z.string().regex(/^[\w-]{8,64}$/),
  size: z.int().min(0),
  at: z.int().min(0),
})
type Piece = z.output<typeof place> & { person: string; name: string; bytes: Blob }

/**
 * Takes one piece of a file. Resolves to where the next one begins, which is the same when a piece comes again or in the wrong
 * order, so that whoever sends needs to remember nothing; or to the file, kept like all others, once all of it is here.
 */
export const receivePiece: PieceReceiver = async ({ person, of, chosen }) => {
  const where = place.safeParse(of)
  const [bytes] = chosen
  if (!where.success || !bytes || chosen.length > 1) return unreadable
  const name = cleanName(bytes.name)
  const { uploadBytes, uploadFiles } = env()
  const refused = fileRefusal({ name, size: where.data.size }, 0, { most: uploadFiles, bytes: uploadBytes })
  if (refused) return { refused }
  return transaction(person || 'system:files', tx => take(tx, { ...where.data, person, name, bytes }), {
    repeatable: true,
    ms: longestMs,
  })
}

type Upload = typeof uploads.$inferSelect

async function take(tx: Tx, piece: Piece): Promise<Arrived> {
  const upload = (await locked(tx, piece)) ?? (await begun(tx, piece))
  if ('refused' in upload) return upload
  if (upload.hash) return { listed: await listed(tx, piece, upload.hash) }
  if (piece.at !== upload.received) return { next: upload.received }
  const received = piece.at + piece.bytes.size
  const isWhole = piece.bytes.size === Math.min(pieceBytes, upload.size - piece.at)
  if (upload.size !== piece.size || !isWhole) return unreadable
  const bytes = new Uint8Array(await piece.bytes.arrayBuffer())
  await tx.insert(fileChunks).values({ contentId: upload.id, seq: piece.at / pieceBytes, bytes })
  if (received < upload.size) {
    await tx.update(uploads).set({ received }).where(eq(uploads.id, upload.id))
    return { next: received }
  }
  const { hash } = await keep(tx, postgresStore.get(tx, upload.id))
  await postgresStore.delete(tx, [upload.id])
  await tx.update(uploads).set({ received, hash, goesAfter: inADay }).where(eq(uploads.id, upload.id))
  return { listed: await listed(tx, piece, hash) }
}

// One piece of a file after the other: a second one waits here until the first is taken.
async function locked(tx: Tx, { person, file }: Piece): Promise<Upload | undefined> {
  const [found] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.person, person), eq(uploads.key, file)))
    .for('update')
  return found
}

async function begun(tx: Tx, piece: Piece): Promise<Upload | { refused: string }> {
  const { person, file, size } = piece
  const refused = await tooMuchUnsent(tx, person, piece)
  if (refused) return { refused }
  const [made] = await tx
    .insert(uploads)
    .values({ person, key: file, size, received: 0, goesAfter: inADay })
    .onConflictDoNothing()
    .returning()
  return made ?? (await locked(tx, piece)) ?? unreadable
}

async function listed(tx: Tx, { person, name }: Piece, hash: string) {
  const [kept] = await tx.select().from(files).where(eq(files.hash, hash))
  if (!kept) throw new Error('An upload names a file that is not kept')
  return list(person, { hash, name, words: fileWords(kept) })
}
