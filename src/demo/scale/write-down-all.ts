import type postgres from 'postgres'

/**
 * Writes every message down for the search that is not yet, in the order of time, as it would have grown: an index made at
 * once and one insert for all take a third of what triggers would.
 */
export async function writeDownAll(sql: postgres.Sql): Promise<void> {
  const [index] = await sql<{ made: string }[]>`select pg_get_indexdef('idx_search_words'::regclass) as made`
  await sql`drop index idx_search_words`
  await sql`insert into search_documents (message_id, ticket_id, is_internal, at, words)
    select s.message_id, s.ticket_id, s.is_internal, s.at, s.words
    from (
      select m.id from ticket_messages m
      where not exists (select from search_documents d where d.message_id = m.id) order by m.created_at
    ) as in_order
    cross join lateral (select * from search_sources where message_id = in_order.id offset 0) as s`
  await sql.unsafe(index?.made ?? '')
  await sql`insert into search_stemmers (name)
    select distinct search_stemmer(language) from ticket_messages where search_stemmer(language) is not null
    on conflict do nothing`
  // What people wrote is told over and over with other numbers: the words of some tickets are the words of all.
  await sql`insert into search_vocabulary (word)
    select distinct lexeme from (select words from search_documents limit 20000) as first, unnest(first.words)
    where positions is not null and length(lexeme) between 4 and 24 and lexeme !~ '[0-9]'
    on conflict do nothing`
}
