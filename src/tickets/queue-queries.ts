import 'server-only'
import { and, eq, ilike, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'
import type { QueueFilters } from './filters.ts'
import type { Ticket } from './find.ts'
import { type QueueName, queueNames } from './queue-names.ts'
import { queueOrder } from './queue-order.ts'
import { standingIn } from './queues.ts'
import { parseReference } from './reference.ts'
import { workableBy } from './scope.ts'

const perPage = 50
const assignee = alias(user, 'assignee')

/** One page of 50 tickets of a queue, and the cursor of the next one. */
export async function queuePage(
  reader: Reader,
  agent: Agent,
  queue: QueueName,
  filters: QueueFilters,
  after?: unknown,
) {
  const cursor = readCursor(after, 'rank', 'moment', 'rank', 'moment', 'id')
  const rows = await reader
    .select({
      id: tickets.id,
      reference: tickets.reference,
      subject: tickets.subject,
      subjectLanguage: tickets.subjectLanguage,
      status: tickets.status,
      priority: tickets.priority,
      createdAt: tickets.createdAt,
      firstResponseDueAt: tickets.firstResponseDueAt,
      nextReplyDueAt: tickets.nextReplyDueAt,
      resolveDueAt: tickets.resolveDueAt,
      dueAt: tickets.dueAt,
      requester: user.name,
      assignee: assignee.name,
      statusRank: tickets.statusRank,
      priorityRank: tickets.priorityRank,
    })
    .from(tickets)
    .innerJoin(user, eq(user.id, tickets.requesterId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .leftJoin(assignee, eq(assignee.id, agents.userId))
    .where(
      and(
        workableBy(agent),
        standingIn(queue, agent),
        chosenBy(filters),
        cursor ? behind(cursor) : undefined,
      ),
    )
    .orderBy(...queueOrder)
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > perPage && last ? placeOf(last) : undefined,
    first: cursor === null,
  }
}

export type QueueRow = Awaited<ReturnType<typeof queuePage>>['rows'][number]

/** Up to here the tickets of a queue are counted: to count on would cost more the longer the desk has been open. */
const mostCounted = 1000

/** A number of tickets as it is shown: `12`, or `1,000+` where there were more than are counted. */
export function countInWords(count: number): string {
  return count > mostCounted ? `${mostCounted.toLocaleString('en')}+` : count.toLocaleString('en')
}

/** How many tickets stand in each queue of this agent; `mostCounted` and one for more than that. */
export async function queueCounts(reader: Reader, agent: Agent): Promise<Record<QueueName, number>> {
  const columns = queueNames.map(name => {
    const standing = reader
      .select({ one: sql`1` })
      .from(tickets)
      .where(and(workableBy(agent), standingIn(name, agent)))
      .limit(mostCounted + 1)
    return [name, sql<number>`(select count(*)::int from ${standing} as standing)`] as const
  })
  const [counts] = await reader.select(Object.fromEntries(columns)).from(sql`(select) as nothing`)
  return counts as Record<QueueName, number>
}

// Written out again by `behind`; the generated column says infinity where nothing is due.
function placeOf(row: Pick<Ticket, 'statusRank' | 'dueAt' | 'priorityRank' | 'createdAt' | 'id'>): string {
  return cursorOf([row.statusRank, row.dueAt ?? 'infinity', row.priorityRank, row.createdAt, row.id])
}

function behind([status, due, priority, created, id]: (string | number)[]): SQL {
  return sql`(${tickets.statusRank}, ${tickets.queueDueAt}, ${tickets.priorityRank}, ${tickets.createdAt}, ${tickets.id})
    > (${status}::smallint, ${due}::timestamptz, ${priority}::smallint, ${created}::timestamptz, ${id}::uuid)`
}

function chosenBy(filters: QueueFilters): SQL | undefined {
  const { status, priority, team, assignee: chosen, q } = filters
  return and(
    status ? eq(tickets.status, status) : undefined,
    priority ? eq(tickets.priority, priority) : undefined,
    team ? matches(tickets.team, team) : undefined,
    chosen ? matches(tickets.assigneeId, chosen) : undefined,
    q ? holding(q) : undefined,
  )
}

function matches(column: typeof tickets.team | typeof tickets.assigneeId, wanted: string): SQL {
  return wanted === 'none' ? isNull(column) : eq(column, wanted)
}

function holding(words: string): SQL | undefined {
  const reference = parseReference(words)
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return or(
    ilike(tickets.subject, pattern),
    reference.ok ? eq(tickets.reference, reference.reference) : undefined,
  )
}
