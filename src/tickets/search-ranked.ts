import { type SQL, sql } from 'drizzle-orm'
import { searchStemmers } from '#src/lib/db/tables/search.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'
import { type Bounds, newestWithWords } from './search-reach.ts'
import type { SearchTerms, SearchWord } from './search-terms.ts'

/** So many tickets are ranked where no word was asked for; those with a word that must not stand there count as well. */
const mostTickets = 1000
export const perPage = 20

// A word that fits better outweighs 130 days: then a message of today stands where one of last summer did. The sum does
// not depend on the day of the search, so that a place in the list stays a place; it tells milliseconds apart.
const daysPerRank = 130

type Ranking = {
  /** The documents that may be searched, and the tickets that may be found: tables or views. */
  documents: SQL
  tickets: SQL
  /** Which tickets fit, the scope of the reader first. */
  fits: SQL
  terms: SearchTerms
  /** What every document bears that may be found, where these are few. */
  mark?: string
  /** Words that somebody may have meant, by the word that was typed. */
  similar: Map<string, string[]>
  /** The cursor of the page, as it stands in the address. */
  after: unknown
  bounds?: Bounds
}

/**
 * `with` clauses that end in `page (id, message_id, score)`: each ticket that fits once, by the message that fits best,
 * and `figures`, which has its one row also where nothing fits. To be read by `order by score desc, id desc`, one more
 * than fit on a page.
 */
export function ranked({ documents, tickets, fits, terms, mark, similar, after, bounds }: Ranking): SQL {
  const wanted = terms.words.filter(word => !word.absent)
  const unwanted = terms.words.filter(word => word.absent)
  const parts = [
    ...wanted.map(word => questionOf(word, similar.get(word.text) ?? [])),
    ...terms.requester.map(name => sql`search_query(${name}::text, '{}', 'B')`),
  ]
  const marked = mark === undefined ? [] : [sql`quote_literal(${mark}::text)::tsquery`]
  const without = unwanted.map(word => questionOf(word, []))
  // Asked ticket by ticket, by its documents: "offset 0" and "is true" keep Postgres from reading all that hold the word.
  const lacking = (id: SQL) =>
    without.length === 0
      ? sql`true`
      : sql`not exists (select from ${documents} other
          where other.ticket_id = ${id} and (other.words @@ (select unwanted from asked)) is true offset 0)`
  const looked = parts.length
    ? newestWithWords({ documents, tickets, terms, bounds })
    : newestTickets(tickets, fits, terms)
  const named = terms.reference
    ? sql` union all (select null, ${tickets}.id, now(), 1e6::real
        from ${tickets} where ${tickets}.reference = ${terms.reference})`
    : sql``
  return sql`with asked as materialized (
      select *, ${together([loosened, ...marked], sql` && `)} as loose, ${mark ? listed(marked) : sql`parts`} as counted
      from (
        select *, ${together(partsOf(parts.length), sql` && `)} as question from (
          select ${listed(parts)} as parts, ${together(without, sql` || `)} as unwanted offset 0
        ) typed
      ) put_together
    ), ${looked},
    candidates as materialized ((
      select l.message_id, l.ticket_id, l.at, coalesce(ts_rank(l.words, question), 1) as rank
      from looked l cross join asked where question is null or l.words @@ question)${named}
    ), best as materialized (
      select * from (
        select distinct on (c.ticket_id) c.ticket_id as id, c.message_id, ${score} as score
        from candidates c
          cross join lateral (select from ${tickets} where ${tickets}.id = c.ticket_id and ${fits} offset 0) as fitting
        order by c.ticket_id, score desc, c.message_id
      ) b where ${lacking(sql`b.id`)}
    ), page as materialized (
      select * from best b where ${pageBehind(after).behind} order by score desc, id desc limit ${perPage + 1}::int
    ), figures as materialized (
      select (select count(*)::int from best) as found, coalesce(question::text, '') as question, until from asked cross join reach
    )`
}

// Where words stand, and in which part of a document, is not in the index: each document would be read to the last to see
// it. All that have the words are taken for the first look, so that those that are read are as many as are allowed.
const loosened = sql.raw(`regexp_replace(regexp_replace(question::text, ' <(-|[0-9]+)> ', ' & ', 'g'),
  '(''(?:[^'']|'''')*'')(:\\*)?(:?[A-D]+)?', '\\1\\2', 'g')::tsquery`)

// As `newestWithWords`, where only filters were asked for.
function newestTickets(tickets: SQL, fits: SQL, { after, before }: SearchTerms): SQL {
  return sql`looked as materialized (
      select null::uuid as message_id, ${tickets}.id as ticket_id, ${tickets}.created_at as at, null::tsvector as words
      from ${tickets} where ${fits} and ${tickets}.created_at >= ${after ?? '-infinity'}::timestamptz
        and ${tickets}.created_at < ${before ?? 'infinity'}::timestamptz
      order by ${tickets}.created_at desc limit ${mostTickets}::int
    ), reach as materialized (
      select case when count(*) >= ${mostTickets}::int then min(at) end as until from looked
    )`
}

function listed(questions: SQL[]): SQL {
  return sql`array[${sql.join(questions, sql`, `)}]::tsquery[]`
}

// So that what is typed is sent and read once.
function partsOf(length: number): SQL[] {
  return Array.from({ length }, (_, at) => sql.raw(`parts[${at + 1}]`))
}

function together(questions: SQL[], by: SQL): SQL {
  return questions.length ? sql.join(questions, by) : sql`null::tsquery`
}

/** Which of `best b` stand behind a cursor, and whether there was none. */
export function pageBehind(after: unknown): { behind: SQL; first: boolean } {
  const cursor = readCursor(after, 'score', 'id')
  const behind = cursor ? sql`(b.score, b.id) < (${cursor[0]}::bigint, ${cursor[1]}::uuid)` : sql`true`
  return { behind, first: cursor === null }
}

export function placeOf({ score, id }: { score: number; id: string }): string {
  return cursorOf([score, id])
}

const score = sql.raw(
  `round((ln(greatest(c.rank, 1e-6)::float8) + extract(epoch from c.at)::float8 / ${daysPerRank * 86_400}) * 1e10)::bigint`,
)

function questionOf({ text, exact }: SearchWord, similar: string[]): SQL {
  const stemmers = exact ? sql`'{}'` : sql`array(select name from ${searchStemmers})`
  const all = [text, ...similar].map(one => sql`search_query(${one}::text, ${stemmers}, '')`)
  return sql`(${sql.join(all, sql` || `)})`
}
