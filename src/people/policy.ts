import type { Actor, Agent } from '#src/lib/actor.ts'
import { Refusal } from '#src/lib/refusal.ts'

export type Administrator = Agent & { role: 'admin' }

/** Whether they may decide who works here, in which teams, by which targets, and read the mail that leaves. */
export function mayAdminister(actor: Actor): actor is Administrator {
  return actor.kind === 'agent' && actor.role === 'admin'
}

/** The actor as an administrator; everybody else is refused. The first line of each verb that only they may do. */
export function asAdministrator(actor: Actor): Administrator {
  if (mayAdminister(actor)) return actor
  throw new Refusal('Only an administrator can do this.')
}

/** Whether they may take this agent off the desk: nobody does that to themself. */
export function mayDeactivate(actor: Actor, agent: { userId: string }): boolean {
  return mayAdminister(actor) && actor.userId !== agent.userId
}
