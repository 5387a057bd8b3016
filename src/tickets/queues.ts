import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { QueueName } from './queue-names.ts'
import { type Status, statuses } from './status.ts'

/** Which tickets stand in a queue of this agent. */
export function standingIn(queue: QueueName, agent: Agent): SQL | undefined {
  // By the rank, because that is what the indexes have: a queue then ends where the first ticket comes that is not in it.
  const unfinished = lte(tickets.statusRank, 1)
  const team = agent.team === null ? sql`false` : eq(tickets.team, agent.team)
  const conditions: Record<QueueName, SQL | undefined> = {
    unassigned: and(unfinished, isNull(tickets.assigneeId)),
    mine: and(unfinished, eq(tickets.assigneeId, agent.agentId)),
    team: and(unfinished, team),
    open: inStatus('open'),
    pending: inStatus('pending'),
    breaching: and(unfinished, lte(tickets.queueDueAt, sql`now() + interval '1 hour'`)),
    solved: inStatus('solved'),
    all: undefined,
  }
  return conditions[queue]
}

/** The tickets of one status. */
export function inStatus(status: Status): SQL {
  return eq(tickets.statusRank, statuses.indexOf(status))
}
