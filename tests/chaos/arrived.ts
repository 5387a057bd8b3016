import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '#src/lib/db/client.ts'
import type { Ledger } from './ledger.ts'
import type { Submission } from './submission.ts'

const arrivals = z.array(
  z.object({ mark: z.string().nullable(), name: z.string().nullable(), hash: z.string().nullable() }),
)
/** A file on a message, by the mark in the text of that; a message without files is there once, with no name. */
export type Arrival = z.output<typeof arrivals>[number]

/**
 * Looks whether every message has the files that were sent with it, whole and once, and no other message has any of them.
 * Resolves to how many there are.
 */
export async function lookAtFiles(submissions: Submission[], ledger: Ledger): Promise<number> {
  const found = await arrived()
  for (const sent of submissions) {
    const wrong = amissAmong(found, sent)
    if (wrong) ledger.breach('file lost or doubled', sent.plan, `${wrong}: ${sent.story}`)
  }
  for (const { name } of found.filter(({ mark }) => mark === null))
    ledger.breach('file lost or doubled', null, `${name} is on a message that nobody sent it with`)
  return found.filter(({ name }) => name !== null).length
}

/** What is wrong with the files of the message with this mark, in words; null when nothing is, or when there is none. */
export function amissAmong(
  found: Arrival[],
  { mark, files }: Pick<Submission, 'mark' | 'files'>,
): string | null {
  const its = found.filter(arrival => arrival.mark === mark)
  const has = inWords(its.filter(({ name }) => name !== null))
  const wants = inWords(files)
  return its.length === 0 || has === wants ? null : `its message has ${has}, and ${wants} was sent`
}

// The hash is made anew of what is kept, so that a file that was cut off is another one.
async function arrived(): Promise<Arrival[]> {
  const marks = sql`'kelp[0-9]+x[0-9]{4}e'`
  const kept = sql`select encode(sha256(string_agg(bytes, ''::bytea order by seq)), 'hex')
    from file_chunks join files using (content_id) where files.hash = file_hash`
  const rows = await db.execute(sql`
    select substring(body from ${marks}) as mark, name, (${kept}) as hash
    from ticket_messages left join attachments on message_id = ticket_messages.id
    where body ~ ${marks} or name ~ ${marks}`)
  return arrivals.parse([...rows])
}

function inWords(files: Pick<Arrival, 'name' | 'hash'>[]): string {
  const all = files.map(({ name, hash }) => `${name} ${hash?.slice(0, 12) ?? 'without its bytes'}`)
  return all.sort().join(', ') || 'no file'
}
