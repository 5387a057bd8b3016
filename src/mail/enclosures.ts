import { Readable } from 'node:stream'
import { and, asc, eq } from 'drizzle-orm'
import { attachmentPath } from '#src/files/paths.ts'
import { fileStore } from '#src/files/store.ts'
import { fileWords } from '#src/files/words.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { publicAttachments } from '#src/lib/db/tables/public-views.ts'
import type { mailOrders } from '#src/lib/db/tables/system.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { addressAt } from './addresses.ts'
import { seqOfAnswer } from './answered-key.ts'
import { UnreadableFile } from './failure.ts'

type Order = Pick<typeof mailOrders.$inferSelect, 'kind' | 'ticketId' | 'dedupeKey'>

/** The files that go with a mail, each read when it is sent; and what the mail says of those that are too large for it. */
export type Enclosures = {
  files: { filename: string; contentType: string; content: Readable }[]
  leftOut: string | null
}

export const noEnclosures: Enclosures = { files: [], leftOut: null }

/**
 * The files of the answer that a mail brings, in their order, as long as they fit. Mail that is no answer has none, and
 * the view of what is public never has a file of a note.
 * @param most bytes of all files together, as they are kept; a mail makes a third more of them
 */
export async function enclosuresOf(reader: Reader, order: Order, most: number): Promise<Enclosures> {
  if (order.kind !== 'answered' || order.ticketId === null) return noEnclosures
  const { id, name, type, size, contentId, position } = publicAttachments
  const all = await reader
    .select({ id, name, type, size, contentId })
    .from(publicAttachments)
    .innerJoin(ticketEvents, eq(ticketEvents.messageId, publicAttachments.messageId))
    .where(and(eq(ticketEvents.ticketId, order.ticketId), eq(ticketEvents.seq, seqOfAnswer(order.dedupeKey))))
    .orderBy(asc(position))
  let left = most
  const fitting = all.filter(file => {
    const fits = file.size <= left
    if (fits) left -= file.size
    return fits
  })
  return {
    files: fitting.map(file => ({
      filename: file.name,
      contentType: file.type,
      // Nothing is read before it is sent, so that what is never sent costs nothing.
      content: Readable.from(blamed(fileStore.get(reader, file.contentId))),
    })),
    leftOut: wordsFor(all.filter(file => !fitting.includes(file))),
  }
}

// A mail server has nothing to do with it, and mails without this file can leave.
async function* blamed(bytes: AsyncIterable<Uint8Array>) {
  try {
    yield* bytes
  } catch (cause) {
    throw new UnreadableFile('A file of this mail could not be read', { cause })
  }
}

function wordsFor(files: { id: string; name: string; type: string; size: number }[]): string | null {
  if (files.length === 0) return null
  const each = files.map(file => `${file.name} (${fileWords(file)}): ${addressAt(attachmentPath(file.id))}`)
  return ['What was attached is too large for this mail. Get it here:', ...each].join('\n')
}
