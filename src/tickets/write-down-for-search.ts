import { sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { searchBacklog } from '#src/lib/db/tables/search.ts'

const atOnce = 200

/**
 * Writes some of the messages down for the search that were there before it. True while there are more of them. New
 * messages are written down by a trigger, whatever writes them.
 */
export async function writeDownForSearch(tx: Tx): Promise<boolean> {
  const [backlog] = await tx.select().from(searchBacklog).limit(1).for('update', { skipLocked: true })
  if (!backlog) return false
  const written = await tx.execute<{ last: string | null; many: number }>(sql`
    with next as materialized (
      select id from ticket_messages where id > ${backlog.after}::uuid order by id limit ${atOnce}::int
    ), documents as (
      insert into search_documents (message_id, ticket_id, is_internal, at, words)
      select s.message_id, s.ticket_id, s.is_internal, s.at, s.words
      from next join search_sources s on s.message_id = next.id
      on conflict do nothing returning learn_words(words)
    ), stemmers as (
      insert into search_stemmers (name)
      select distinct search_stemmer(language) from ticket_messages join next using (id)
      where search_stemmer(language) is not null on conflict do nothing
    )
    select (select max(id::text) from next) as last, (select count(*)::int from next) as many,
      (select count(*) from documents)`)
  const [{ last, many } = { last: null, many: 0 }] = written
  if (last === null || many < atOnce) await tx.delete(searchBacklog)
  else await tx.update(searchBacklog).set({ after: last })
  return many === atOnce
}
