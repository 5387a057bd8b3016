import { and, eq, ne, type SQL } from 'drizzle-orm'
import type { Actor, Agent } from '#src/lib/actor.ts'
import { publicTickets } from '#src/lib/db/tables/public-views.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'

/** The tickets that somebody may act on: a requester their own, a guest the one of their link, an agent all. */
export function reachableBy(actor: Actor): SQL | undefined {
  if (actor.kind === 'agent') return undefined
  const theOne = actor.kind === 'guest' ? eq(tickets.id, actor.ticketId) : undefined
  return and(eq(tickets.requesterId, actor.userId), theOne)
}

/** The tickets of the desk. An agent who asked for help is a requester there and reads it in the portal (P7). */
export function workableBy(agent: Agent): SQL {
  return ne(tickets.requesterId, agent.userId)
}

/** The tickets that somebody asked for, as the portal sees them; for a guest the one of their link. */
export function askedBy(actor: Actor, more?: SQL): SQL | undefined {
  const theOne = actor.kind === 'guest' ? eq(publicTickets.id, actor.ticketId) : undefined
  return and(eq(publicTickets.requesterId, actor.userId), theOne, more)
}
