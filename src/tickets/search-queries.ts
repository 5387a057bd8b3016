import 'server-only'
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { searchDocuments } from '#src/lib/db/tables/search.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { byTyped, type FoundRows, foundPage, foundRows, nothingFound, type Slip } from './found.ts'
import { inStatus } from './queues.ts'
import { workableBy } from './scope.ts'
import { named } from './search-names.ts'
import { ranked } from './search-ranked.ts'
import { type Bounds, frequentWords } from './search-reach.ts'
import { asksNothing, type SearchTerms } from './search-terms.ts'

const nothing = new Map<string, string[]>()

/**
 * One page of the tickets of the desk that a search finds. Where nothing holds the words, tickets with words like them.
 * A name in it that nobody and no team has comes back as a problem. `bounds` say how far it goes.
 */
export async function searchDesk(
  reader: Reader,
  agent: Agent,
  terms: SearchTerms,
  after?: unknown,
  bounds?: Bounds,
) {
  const { problems, assignees, teams } = await named(reader, agent, terms)
  if (problems.length > 0 || asksNothing(terms))
    return { ...foundPage(nothingFound, after), problems, alike: false }
  const { status, priority } = terms
  const fits = and(
    workableBy(agent),
    status ? inStatus(status) : undefined,
    priority ? eq(tickets.priority, priority) : undefined,
    assignees && (assignees.length ? inArray(tickets.assigneeId, assignees) : isNull(tickets.assigneeId)),
    teams && (teams.length ? inArray(tickets.team, teams) : isNull(tickets.team)),
  )
  const read = (similar: Map<string, string[]>) =>
    rowsOf(reader, fits ?? sql`true`, terms, similar, after, bounds)
  const exactly = await read(nothing)
  const similar = exactly.rows.length > 0 || exactly.figures.until ? nothing : await similarTo(reader, terms)
  const found = similar.size > 0 ? await read(similar) : exactly
  return { ...foundPage(found, after), problems, alike: similar.size > 0 && found.rows.length > 0 }
}

async function rowsOf(
  reader: Reader,
  fits: SQL,
  terms: SearchTerms,
  similar: Map<string, string[]>,
  after: unknown,
  bounds: Bounds | undefined,
): Promise<FoundRows> {
  const sources = { documents: sql`${searchDocuments}`, tickets: sql`${tickets}` }
  return foundRows(
    await reader.execute(sql`${ranked({ ...sources, fits, terms, similar, after, bounds })}
      select b.id, b.score, ${tickets}.reference, ${tickets}.subject, ${tickets}.status, ${user.name} as requester,
        ${tickets}.subject_language as "subjectLanguage", ${tickets}.created_at as opened, m.body, m.language, m.created_at as written, m.is_internal as internal, figures.*
      from figures left join (page b join ${tickets} on ${tickets.id} = b.id join ${user} on ${user.id} = ${tickets.requesterId}
        left join ${ticketMessages} m on m.id = b.message_id) on true
      order by b.score desc, b.id desc`),
  )
}

/** For each word of a search the words of this desk that it may be a slip of. What many wrote is no slip. */
async function similarTo(reader: Reader, terms: SearchTerms): Promise<Map<string, string[]>> {
  const typed = terms.words.filter(word => !word.exact && !word.absent).map(word => word.text)
  if (typed.length === 0) return nothing
  const each = typed.map(word => sql`select ${word}::text as typed`)
  return byTyped(
    await reader.execute<Slip>(sql`
      with known as materialized (${frequentWords})
      select distinct typed, search_similar(typed) as word from (${sql.join(each, sql` union `)}) asked
      where not exists (select from known where known.word = trim(search_plain(typed, true)))`),
  )
}
