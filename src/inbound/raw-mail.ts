import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'

const partBytes = 256 * 1024

/** What is known of a mail beside what it says; null when there is none with this id. */
export async function rawMail(reader: Reader, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const { subject, size, contents } = receivedMails
  const [mail] = await reader
    .select({ id: receivedMails.id, subject, size, contents })
    .from(receivedMails)
    .where(eq(receivedMails.id, id))
  return mail ?? null
}

/**
 * A mail as it came, in parts, each a question of its own: whoever takes it slowly holds no connection meanwhile.
 * @param from the byte to begin at
 */
export async function* rawParts(reader: Reader, { id, size }: { id: string; size: number }, from = 0) {
  for (let at = from; at < size; at += partBytes) {
    const part = await rawPart(reader, id, at)
    if (part) yield part
  }
}

/** A part of a mail as it came, from byte `at` on; undefined when there is no such mail. */
export async function rawPart(reader: Reader, id: string, at = 0): Promise<Uint8Array | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const [found] = await reader
    .select({
      part: sql<Uint8Array>`substring(${receivedMails.raw} from ${at + 1} for ${partBytes})`.mapWith(
        receivedMails.raw,
      ),
    })
    .from(receivedMails)
    .where(eq(receivedMails.id, id))
  return found?.part
}
