import { and, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { QueueName } from './queue-names.ts'

/** Which tickets stand in a queue of this agent. */
export function standingIn(queue: QueueName, agent: Agent): SQL | undefined {
  const unfinished = inArray(tickets.status, ['open', 'pending'])
  const team = agent.team === null ? sql`false` : eq(tickets.team, agent.team)
  const conditions: Record<QueueName, SQL | undefined> = {
    unassigned: and(unfinished, isNull(tickets.assigneeId)),
    mine: and(unfinished, eq(tickets.assigneeId, agent.agentId)),
    team: and(unfinished, team),
    open: eq(tickets.status, 'open'),
    pending: eq(tickets.status, 'pending'),
    breaching: and(unfinished, lte(tickets.dueAt, sql`now() + interval '1 hour'`)),
    solved: eq(tickets.status, 'solved'),
    all: undefined,
  }
  return conditions[queue]
}
