import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { publicMessages, publicSearchDocuments, publicTickets } from '#src/lib/db/tables/public-views.ts'
import { byTyped, type FoundRows, foundPage, foundRows, nothingFound, type Slip } from './found.ts'
import { askedBy } from './scope.ts'
import { ranked } from './search-ranked.ts'
import type { Bounds } from './search-reach.ts'
import { asksNothing, type SearchTerms } from './search-terms.ts'

const nothing = new Map<string, string[]>()

/**
 * One page of the reader's own tickets that a search finds by what the reader can read of them. Where nothing holds the
 * words, those with words like them: out of the reader's own public documents, never out of the words of the desk (P7).
 */
export async function searchMine(
  reader: Reader,
  actor: Actor,
  terms: SearchTerms,
  after?: unknown,
  bounds?: Bounds,
) {
  if (asksNothing(terms)) return { ...foundPage(nothingFound, after), alike: false }
  const read = (similar: Map<string, string[]>) => rowsOf(reader, actor, terms, similar, after, bounds)
  const exactly = await read(nothing)
  const similar =
    exactly.rows.length > 0 || exactly.figures.until ? nothing : await similarTo(reader, actor, terms)
  const found = similar.size > 0 ? await read(similar) : exactly
  return { ...foundPage(found, after), alike: similar.size > 0 && found.rows.length > 0 }
}

async function rowsOf(
  reader: Reader,
  actor: Actor,
  terms: SearchTerms,
  similar: Map<string, string[]>,
  after: unknown,
  bounds: Bounds | undefined,
): Promise<FoundRows> {
  const { status } = terms
  const fits = and(askedBy(actor), status ? eq(publicTickets.status, status) : undefined) ?? sql`false`
  const mark = markOf(actor)
  const sources = { documents: sql`${publicSearchDocuments}`, tickets: sql`${publicTickets}` }
  return foundRows(
    await reader.execute(sql`${ranked({ ...sources, fits, terms, mark, similar, after, bounds })}
      select b.id, b.score, ${publicTickets}.reference, ${publicTickets}.subject, ${publicTickets}.status,
        ${publicTickets}.subject_language as "subjectLanguage", ${publicTickets}.created_at as opened, m.body, m.language, m.created_at as written, figures.*
      from figures left join (page b join ${publicTickets} on ${publicTickets.id} = b.id left join ${publicMessages} m on m.id = b.message_id) on true
      order by b.score desc, b.id desc`),
  )
}

/** For each word of a search the words in the reader's own tickets that it may be a slip of. */
async function similarTo(reader: Reader, actor: Actor, terms: SearchTerms) {
  const typed = terms.words.filter(word => !word.exact && !word.absent).map(word => word.text)
  if (typed.length === 0) return nothing
  const rows = await reader.execute<Slip>(sql`
    with own as materialized (
      select distinct lexeme from (
        select words from ${publicSearchDocuments} d where d.words @@ quote_literal(${markOf(actor)}::text)::tsquery
        limit 2000
      ) d, unnest(d.words) where positions is not null
    )
    ${sql.join(typed.map(slipsOf), sql` union all `)}`)
  return byTyped(rows)
}

function slipsOf(word: string): SQL {
  return sql`(select ${word}::text as typed, lexeme as word from own
    where lexeme like any (search_slips(trim(search_plain(${word}::text, true)))) limit 20)`
}

const markOf = ({ userId }: Actor) => `=r:${userId}`
