import type { Actor, Agent } from '#src/lib/actor.ts'

type Asked = { requesterId: string }

/** Whether this ticket is theirs: then they are its requester, whatever else they are here. */
export function mayAnswerAsRequester(actor: Actor, ticket: Asked): boolean {
  return actor.userId === ticket.requesterId
}

/** Whether they may work on this ticket: reply, note, status, priority, assignee, team. */
export function mayWork(actor: Actor, ticket: Asked): actor is Agent {
  return actor.kind === 'agent' && actor.userId !== ticket.requesterId
}

/** Whether they may open a ticket for somebody else. */
export function mayOpenForCustomer(actor: Actor): actor is Agent {
  return actor.kind === 'agent'
}
