import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'
import { chosenBy } from './chosen-by.ts'
import type { QueueFilters } from './filters.ts'
import type { Ticket } from './find.ts'
import { type QueueName, queueNames } from './queue-names.ts'
import { queueOrder, queueOrderBack } from './queue-order.ts'
import { standingIn } from './queues.ts'
import { workableBy } from './scope.ts'

const perPage = 50
/** So many tickets of a queue are looked through for those that a page shows; the next page looks on behind them. */
export const mostLooked = 1000
const assignee = alias(user, 'assignee')

/**
 * One page of 50 tickets of a queue, and the cursor of the next one. What no index can choose is looked for among the next
 * 1,000 of the queue; `onlyLooked` then says that there are more of them behind, perhaps with none that fits.
 */
export async function queuePage(
  reader: Reader,
  agent: Agent,
  queue: QueueName,
  filters: QueueFilters,
  after?: unknown,
) {
  const cursor = readCursor(after, 'rank', 'moment', 'rank', 'moment', 'id')
  const { byIndex, byLooking } = chosenBy(filters, queue)
  const looked = reader
    .select()
    .from(tickets)
    .where(and(workableBy(agent), standingIn(queue, agent), ...byIndex, cursor ? behind(cursor) : undefined))
    .orderBy(...queueOrder)
    .limit(byLooking.length > 0 ? mostLooked : perPage + 1)
    // What is asked of it names the columns as those of the table.
    .as('tickets')
  const [rows, [end]] = await Promise.all([
    reader
      .select({
        id: looked.id,
        reference: looked.reference,
        subject: looked.subject,
        subjectLanguage: looked.subjectLanguage,
        status: looked.status,
        priority: looked.priority,
        createdAt: looked.createdAt,
        firstResponseDueAt: looked.firstResponseDueAt,
        nextReplyDueAt: looked.nextReplyDueAt,
        resolveDueAt: looked.resolveDueAt,
        dueAt: looked.dueAt,
        requester: user.name,
        assignee: assignee.name,
        statusRank: looked.statusRank,
        priorityRank: looked.priorityRank,
      })
      .from(looked)
      .innerJoin(user, eq(user.id, looked.requesterId))
      .leftJoin(agents, eq(agents.id, looked.assigneeId))
      .leftJoin(assignee, eq(assignee.id, agents.userId))
      .where(and(...byLooking))
      .orderBy(...queueOrder)
      .limit(perPage + 1),
    // The last that was looked at, and how many these were.
    byLooking.length === 0
      ? []
      : reader
          .select({
            statusRank: looked.statusRank,
            dueAt: looked.dueAt,
            priorityRank: looked.priorityRank,
            createdAt: looked.createdAt,
            id: looked.id,
            many: sql<number>`count(*) over ()::int`,
          })
          .from(looked)
          .orderBy(...queueOrderBack)
          .limit(1),
  ])
  const page = rows.slice(0, perPage)
  const last = rows.length > perPage ? page.at(-1) : undefined
  const onlyLooked = !last && end?.many === mostLooked
  const place = onlyLooked ? end : last
  return { rows: page, next: place && placeOf(place), first: cursor === null, onlyLooked }
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
