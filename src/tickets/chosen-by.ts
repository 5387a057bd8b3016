import { eq, ilike, isNull, or, type SQL } from 'drizzle-orm'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { QueueFilters } from './filters.ts'
import type { QueueName } from './queue-names.ts'
import { inStatus } from './queues.ts'
import { parseReference } from './reference.ts'

/** Each queue has an index in its order, and so has every assignee and every team; all else has to be looked for. */
export function chosenBy({ status, priority, team, assignee: chosen, q }: QueueFilters, queue: QueueName) {
  const ofAll = !['unassigned', 'mine', 'team'].includes(queue)
  const assigned = chosen ? [matches(tickets.assigneeId, chosen)] : []
  const inTeam = team ? [matches(tickets.team, team)] : []
  const [first = [], ...others] = [assigned, inTeam].filter(condition => condition.length > 0)
  return {
    byIndex: [...(status ? [inStatus(status)] : []), ...(ofAll ? first : [])],
    byLooking: [
      ...(ofAll ? others.flat() : [...assigned, ...inTeam]),
      ...(priority ? [eq(tickets.priority, priority)] : []),
      ...(q ? [holding(q)] : []),
    ],
  }
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
