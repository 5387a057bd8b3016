import { and, eq, isNull, ne, or } from 'drizzle-orm'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { Ticket } from './find.ts'
import type { QueueName } from './queue-names.ts'
import { queueOrder } from './queue-order.ts'
import { inStatus, standingIn } from './queues.ts'
import { workableBy } from './scope.ts'
import { work } from './work.ts'

/**
 * Takes the first open ticket of a queue that this agent can have, passing over those that colleagues are taking at
 * this moment. Resolves to its reference; null when the queue has none. `but` is the ticket one comes from.
 */
export async function takeNext(tx: Tx, actor: Actor, queue: QueueName, but?: Ticket): Promise<string | null> {
  return takeFree(tx, actor, await nextFree(tx, actor, queue, but))
}

/** The ticket that `takeNext` takes, locked for it. */
export async function nextFree(
  tx: Tx,
  actor: Actor,
  queue: QueueName,
  but?: Ticket,
): Promise<Ticket | undefined> {
  if (actor.kind !== 'agent') return undefined
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(
      and(
        workableBy(actor),
        standingIn(queue, actor),
        inStatus('open'),
        freeFor(actor),
        but && ne(tickets.id, but.id),
      ),
    )
    .orderBy(...queueOrder)
    .limit(1)
    .for('update', { skipLocked: true })
    .execute()
  return ticket
}

/** Takes what `nextFree` found. Resolves to its reference; null for nothing. */
export async function takeFree(tx: Tx, actor: Actor, ticket: Ticket | undefined): Promise<string | null> {
  if (actor.kind !== 'agent' || !ticket) return null
  if (ticket.assigneeId === null)
    await work(tx, actor, ticket, { assigneeId: actor.agentId, team: ticket.team ?? actor.team })
  return ticket.reference
}

function freeFor(agent: Agent) {
  const inReach = or(isNull(tickets.team), agent.team ? eq(tickets.team, agent.team) : undefined)
  return or(eq(tickets.assigneeId, agent.agentId), and(isNull(tickets.assigneeId), inReach))
}
