import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '#src/lib/db/client.ts'

// Sessions, counters and what is held for later are no part of what a form does. What a search reads follows from the
// messages, and its own tests show that it does.
const aside = [
  'session',
  'rate_limits',
  'held_submissions',
  'search_documents',
  'search_vocabulary',
  'search_stemmers',
]
const row = z.object({ name: z.string(), rows: z.coerce.number(), digest: z.string() })

export type Standing = z.output<typeof row>[]

/** Everything that stands in the database, by table: how many rows, and a digest of all their values. */
export async function standing(): Promise<Standing> {
  const named = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const each = named
    .filter(({ name }) => !aside.includes(name))
    .map(
      ({ name }) => sql`select ${name}::text as name, count(*) as rows,
        md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.identifier(name)} t`,
    )
  return row.array().parse(await db.execute(sql.join(each, sql` union all `)))
}

/** How many rows each table has more than before, without those that have as many; `changed` names all that differ. */
export function sinceThen(before: Standing, now: Standing) {
  const then = new Map(before.map(table => [table.name, table]))
  const more = now.map(({ name, rows }) => ({ name, rows: rows - (then.get(name)?.rows ?? 0) }))
  return {
    added: Object.fromEntries(more.filter(({ rows }) => rows !== 0).map(({ name, rows }) => [name, rows])),
    changed: now.filter(({ name, digest }) => then.get(name)?.digest !== digest).map(({ name }) => name),
  }
}
