import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '#src/lib/db/client.ts'

const counts = z.record(z.string(), z.coerce.number())

/**
 * Counts several traces of one thing in one look at the database: the message, the event, the mail. They must be as
 * many, else a part of it was done without the rest.
 */
export async function counted(traces: Record<string, SQL>): Promise<number> {
  const columns = Object.entries(traces).map(([name, trace]) => sql`(${trace}) as ${sql.identifier(name)}`)
  const [row] = await db.execute(sql`select ${sql.join(columns, sql`, `)}`)
  const found = counts.parse(row)
  const [first = 0, ...others] = Object.values(found)
  if (others.every(other => other === first)) return first
  throw new Error(`Done in part: ${JSON.stringify(found)}`)
}

/** Matches a text with the mark in it. */
export const containing = (mark: string) => `%${mark}%`
