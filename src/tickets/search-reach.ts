import { type SQL, sql } from 'drizzle-orm'
import { firstDay, type Stretch, stretchesOf, tomorrow } from './search-days.ts'
import type { SearchTerms } from './search-terms.ts'

/** How far a search goes, so that it costs the same however many messages a desk has. */
export type Bounds = {
  /** So many messages that have all the words are looked at, the newest. */
  looked: number
  /** So many that have the rarest of the words are passed in the index at once, to find those that have all. */
  passed: number
}

const usual: Bounds = { looked: 1000, passed: 300_000 }

/** Who says before when it was has seen what is newer, and goes further. */
const further: Bounds = { looked: 1000, passed: 3_000_000 }

// What fits in a stretch is read before the newest of it are taken, so a stretch in which more is expected is parted.
const readAtOnce = 4

type Reach = { documents: SQL; tickets: SQL; terms: SearchTerms; bounds?: Bounds }

/**
 * `with` clauses behind `asked (counted, question, loose)`: `looked (message_id, ticket_id, at, words)`, the newest messages
 * that have all the words somewhere, and `reach (until)`: a moment before which nothing was looked at, null where the
 * search came to the first ticket.
 *
 * The index gives what has all the words in no order, and quickly where that is little. So the newest weeks are looked
 * through first, then months, then years, and what they held tells whether all that is left can be taken at once. How often
 * the rarest word stands is among the figures of the planner: where that is too often for this, the search ends before.
 */
export function newestWithWords({ documents, tickets, terms, bounds }: Reach): SQL {
  const { looked, passed } = bounds ?? (terms.before ? further : usual)
  const stretches = stretchesOf(terms.after ?? firstDay, terms.before ?? tomorrow())
  const steps = stretches.map((_, at) => step({ documents, stretches, at, looked, passed }))
  const last = stretches.length - 1
  return sql`known as materialized (
      ${frequentWords}
    ), sizes as materialized (
      select total, total * ${shareOfRarest} as rarest,
        ${sql.join(
          stretches.map((stretch, at) => sql`total * ${shareOf(stretch)} as docs${number(at)}`),
          sql`, `,
        )}
      from (select greatest(reltuples, 0)::float8 as total from pg_class where oid = 'search_documents'::regclass) counted
    ), ${sql.join(steps, sql`, `)},
    looked as materialized (
      select * from (${sql.join(
        stretches.map((_, at) => sql`select * from stretch${number(at)}`),
        sql` union all `,
      )}) every
      order by at desc limit ${looked}::int
    ), reach as materialized (
      select case when until > (select min(created_at) from ${tickets}) then until end as until from (
        select case
          when (select count(*) from looked) >= ${looked}::int then (select min(at) from looked)
          when not (select goes from way${number(last)}) then ${endOf(stretches, last)} - interval '1 millisecond'
        end as until
      ) went_back
    )`
}

/** Words that stand in many messages, and marks of many, with their share of all messages, as Postgres counted last. */
export const frequentWords = sql`
  select each.word, each.share from pg_stats s
    cross join unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as each(word, share)
  where s.tablename = 'search_documents' and s.attname = 'words' and each.word is not null`

// A word that is not among the frequent ones stands as often as the rarest of these at most.
const shareOfRarest = sql.raw(`(select coalesce(min(share), 0) from (
          select case when part like '% | %' then sum(share) else min(share) end as share from (
            select place, part::text as part, coalesce(k.share, (select min(share) from known)) as share
            from asked cross join unnest(asked.counted) with ordinality as each(part, place)
              cross join regexp_matches(part::text, '''((?:[^'']|'''')+)''', 'g') as lexeme
              left join known k on k.word = replace(lexeme[1], '''''', '''')
          ) words group by place, part
        ) parts)`)

// The weeks and months of a small desk are among its frequent words, those of a large one are a part of their years.
function shareOf({ marks, from, to }: Stretch): SQL {
  if (marks.length === 0) return sql`1`
  const years = (to.getTime() - from.getTime()) / (365 * 86_400_000)
  const sure = sql`(select sum(share) from known where word = any(${`{${marks.join(',')}}`}::text[]))`
  const likely = sql`(select share * ${years}::float8 from known where word = ${`=y:${from.getUTCFullYear()}`})`
  return sql`coalesce(${sure}, ${likely}, 0)`
}

type Step = { documents: SQL; stretches: Stretch[]; at: number } & Bounds

// One look into the index: whether it is taken, and what it finds.
function step({ documents, stretches, at, looked, passed }: Step): SQL {
  const { marks, from, to } = stretches[at] as Stretch
  const isLast = at === stretches.length - 1
  const found = sum(at, earlier => sql`(select count(*) from stretch${earlier})`)
  const conditions = [sql`${found} < ${looked}::int`]
  if (isLast && at > 0) conditions.push(sql`rarest <= ${passed}::int`)
  if (!isLast) {
    // A handful by chance is allowed for.
    const expected =
      at === 0
        ? sql`rarest`
        : sql`least(rarest, (${found} + 3) * total / greatest(1, ${sum(at, earlier => sql`docs${earlier}`)}))`
    conditions.push(sql`not (rarest <= ${passed}::int and ${expected} <= ${readAtOnce * looked}::int)`)
  }
  if (!isLast && at > 0) {
    conditions.push(sql`(select goes from way${number(at - 1)})`)
    conditions.push(sql`least(rarest, docs${number(at)}) <= ${passed}::int`)
  }
  const marked = sql`${marks.map(mark => `'${mark}'`).join(' | ')}::text::tsquery && asked.loose`
  return sql`way${number(at)} as materialized (
      select ${sql.join(conditions, sql` and `)} as goes from sizes
    ), stretch${number(at)} as materialized (
      select d.message_id, d.ticket_id, d.at, d.words from asked cross join lateral (
        select * from ${documents} one
        where one.words @@ (${marks.length > 0 ? marked : sql`asked.loose`})
          and one.at >= ${from.toISOString()}::timestamptz
          and one.at < ${isLast ? endOf(stretches, at) : sql`${to.toISOString()}::timestamptz`}
        order by one.at desc limit ${looked}::int
      ) d where numnode(asked.question) > 0 and (select goes from way${number(at)})
    )`
}

// Where the stretches begin that were looked through; the end of all before there was one.
function endOf(stretches: Stretch[], before: number): SQL {
  const begins = stretches
    .slice(0, before)
    .map(
      ({ from }, at) =>
        sql`, case when (select goes from way${number(at)}) then ${from.toISOString()}::timestamptz end`,
    )
  return sql`least(${stretches[0]?.to.toISOString()}::timestamptz${sql.join(begins)})`
}

function sum(many: number, one: (at: SQL) => SQL): SQL {
  if (many === 0) return sql`0`
  return sql`(${sql.join(
    Array.from({ length: many }, (_, at) => one(number(at))),
    sql` + `,
  )})`
}

const number = (at: number) => sql.raw(String(at))
