import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#src/lib/db/client.ts'
import { uploads } from '#src/lib/db/tables/files.ts'
import { env } from '#src/lib/env.ts'
import { inADay } from './keep.ts'

/**
 * Why nothing more is kept for this person, in words; undefined while there is room. What comes at the same moment may pass the
 * limit, which is no harm: it is there so that nobody fills the disk.
 */
export async function tooMuchUnsent(
  reader: Reader,
  person: string,
  { name, size }: { name: string; size: number },
): Promise<string | undefined> {
  const most = mostUnsent()
  const [has] = await reader
    .select({
      count: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${uploads.size}), 0)::float8`,
    })
    .from(uploads)
    .where(and(eq(uploads.person, person), gt(uploads.goesAfter, sql`now()`)))
  if (!has || (has.count < most.files && has.bytes + size <= most.bytes)) return undefined
  return `“${name}” cannot be kept now: you have files here that are not sent yet, and ${most.files} of them or ${most.bytes / 1_000_000} MB are the most. Send what you have first. What is not sent goes after a day.`
}

/** Twice what one message can have in bytes, and ten times as many files: 200 MB and 100 files where nothing is set. */
export function mostUnsent() {
  const { uploadBytes, uploadFiles } = env()
  return { files: 10 * uploadFiles, bytes: 2 * uploadFiles * uploadBytes }
}

/** Counts a file that this person has sent as a whole, once however often. */
export function countUnsent(tx: Tx, person: string, { hash, size }: { hash: string; size: number }) {
  return tx
    .insert(uploads)
    .values({ person, key: hash, size, received: size, hash, goesAfter: inADay })
    .onConflictDoUpdate({ target: [uploads.person, uploads.key], set: { goesAfter: inADay } })
}

/** These files of this person count for another day: the statement, not sent yet. */
export function countAnotherDay(tx: Tx, person: string, hashes: string[]) {
  const lately = lt(uploads.goesAfter, sql`now() + interval '23 hours'`)
  return tx
    .update(uploads)
    .set({ goesAfter: inADay })
    .where(and(theirs(person, hashes), lately))
}

/** These files of this person are sent, and count no more: the statement, not sent yet. */
export function countNoMore(tx: Tx, person: string, hashes: string[]) {
  return tx.delete(uploads).where(theirs(person, hashes))
}

function theirs(person: string, hashes: string[]) {
  return and(eq(uploads.person, person), inArray(uploads.hash, hashes))
}
