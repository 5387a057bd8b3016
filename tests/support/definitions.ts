import { sql } from 'drizzle-orm'
import { db } from '#src/lib/db/client.ts'

/** Everything that holds the tables together, as Postgres writes it down, and whether it is in force. */
export async function definitions(): Promise<string> {
  const rows = await db.execute<{ line: string }>(sql`
    select pg_get_indexdef(indexrelid) || ' ' || indisvalid as line from pg_index join pg_class on oid = indrelid
      where relnamespace = 'public'::regnamespace
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    order by line`)
  return rows.map(({ line }) => line).join('\n')
}
