import { type SQL, sql } from 'drizzle-orm'
import { searchStemmers } from '#src/lib/db/tables/search.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'
import type { Slice } from './search-days.ts'
import type { SearchTerms, SearchWord } from './search-terms.ts'

/** So many of the newest messages that fit are ranked; what is older is found by `before:`. */
export const mostRanked = 5000
/** So many tickets are ranked where no word was asked for; those with a word that must not stand there count as well. */
export const mostTickets = 1000
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
  slices: Slice[]
  /** What every document bears that may be found, where these are few. */
  mark?: string
  /** Words that somebody may have meant, by the word that was typed. */
  similar: Map<string, string[]>
  /** The cursor of the page, as it stands in the address. */
  after: unknown
}

/**
 * `with` clauses that end in `page (id, message_id, score)`: each ticket that fits once, by the message that fits best,
 * out of the newest 5,000 messages that hold the words. To be read by `order by score desc, id desc`, one more than fit.
 */
export function ranked({ documents, tickets, fits, terms, slices, mark, similar, after }: Ranking): SQL {
  const wanted = terms.words.filter(word => !word.absent)
  const unwanted = terms.words.filter(word => word.absent)
  const parts = [
    ...wanted.map(word => questionOf(word, similar.get(word.text) ?? [])),
    ...terms.requester.map(name => sql`search_query(${name}::text, '{}', 'B')`),
  ]
  const without = unwanted.map(word => questionOf(word, []))
  // Asked ticket by ticket, by its documents: "offset 0" and "is true" keep Postgres from reading all that hold the word.
  const lacking = (id: SQL) =>
    without.length === 0
      ? sql`true`
      : sql`not exists (select from ${documents} other
          where other.ticket_id = ${id} and (other.words @@ (select unwanted from asked)) is true offset 0)`
  const candidates = parts.length
    ? inSlices(documents, slices, mark)
    : sql`select null::uuid as message_id, ${tickets}.id as ticket_id, ${tickets}.created_at as at, 1::real as rank
        from ${tickets} where ${fits} and ${within(tickets, terms)}
        order by ${tickets}.created_at desc limit ${mostTickets}::int`
  const named = terms.reference
    ? sql` union all (select null, ${tickets}.id, now(), 1e6::real
        from ${tickets} where ${tickets}.reference = ${terms.reference})`
    : sql``
  return sql`with asked as materialized (
      select ${together(parts, sql` && `)} as question, ${together(without, sql` || `)} as unwanted
    ), candidates as materialized ((${candidates})${named}),
    best as materialized (
      select * from (
        select distinct on (c.ticket_id) c.ticket_id as id, c.message_id, ${score} as score
        from candidates c
          cross join lateral (select from ${tickets} where ${tickets}.id = c.ticket_id and ${fits} offset 0) as fitting
        order by c.ticket_id, score desc, c.message_id
      ) b where ${lacking(sql`b.id`)}
    ), page as materialized (
      select * from best b where ${pageBehind(after).behind} order by score desc, id desc limit ${perPage + 1}::int
    )`
}

function together(questions: SQL[], by: SQL): SQL {
  return questions.length ? sql.join(questions, by) : sql`''::tsquery`
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

/** How many were found, how many were ranked, and how old the oldest of them is: columns of every row. */
export const figures = sql`(select count(*)::int from best) as found, (select question::text from asked) as question,
  (select count(*)::int from candidates) as ranked, (select min(at) from candidates) as oldest`

const score = sql.raw(
  `round((ln(greatest(c.rank, 1e-6)::float8) + extract(epoch from c.at)::float8 / ${daysPerRank * 86_400}) * 1e10)::bigint`,
)

// Each look into the index is for the words and the mark of a stretch of time at once. They are taken in their order, and
// none when enough was found: so a word that stands everywhere costs as much as one that stands in 5,000 messages.
function inSlices(documents: SQL, slices: Slice[], mark: string | undefined): SQL {
  const marked = mark === undefined ? sql`` : sql` && quote_literal(${mark}::text)::tsquery`
  const list = (values: string[]) => `{${values.map(value => JSON.stringify(value)).join(',')}}`
  return sql`select d.message_id, d.ticket_id, d.at, ts_rank(d.words, asked.question) as rank
    from asked cross join unnest(${list(slices.map(({ mark }) => mark))}::text[],
      ${list(slices.map(({ from }) => from.toISOString()))}::timestamptz[],
      ${list(slices.map(({ to }) => to.toISOString()))}::timestamptz[]) as slice(mark, begins, ends)
    cross join lateral (
      select * from ${documents} one
      where one.words @@ (quote_literal(slice.mark)::tsquery && asked.question${marked})
        and one.at >= slice.begins and one.at < slice.ends
      order by one.at desc limit ${mostRanked}::int
    ) d limit ${mostRanked}::int`
}

function within(tickets: SQL, { after, before }: SearchTerms): SQL {
  return sql`${tickets}.created_at >= ${after ?? '-infinity'}::timestamptz
    and ${tickets}.created_at < ${before ?? 'infinity'}::timestamptz`
}

function questionOf({ text, exact }: SearchWord, similar: string[]): SQL {
  const stemmers = exact ? sql`'{}'` : sql`array(select name from ${searchStemmers})`
  const all = [text, ...similar].map(one => sql`search_query(${one}::text, ${stemmers}, '')`)
  return sql`(${sql.join(all, sql` || `)})`
}
