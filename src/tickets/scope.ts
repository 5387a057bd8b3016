import { and, eq, ne, type SQL } from 'drizzle-orm'
import type { Actor, Agent } from '#src/lib/actor.ts'
import { publicTickets } from '#src/lib/db/tables/public-views.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'

/** The tickets that somebody may act on: a requester their own, an agent all. */
export function reachableBy(actor: Actor): SQL | undefined {
  return actor.kind === 'agent' ? undefined : eq(tickets.requesterId, actor.userId)
}

/** The tickets of the desk. An agent who asked for help is a requester there and reads it in the portal (P7). */
export function workableBy(agent: Agent): SQL {
  return ne(tickets.requesterId, agent.userId)
}

/** The tickets that somebody asked for, as the portal sees them. */
export function askedBy(actor: Actor, more?: SQL): SQL | undefined {
  return and(eq(publicTickets.requesterId, actor.userId), more)
}
