import 'server-only'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'
import { cache } from 'react'
import { auth } from './auth.ts'
import { db, type Reader, type Tx } from './db/client.ts'
import { agents } from './db/tables/people.ts'
import { tellVersionOf } from './http/light-version.ts'

/** `submissionId` is the submission that the person acts in, inside a transaction of the wrapper. */
type Person = { userId: string; name: string; email: string; submissionId?: string }
export type Customer = Person & { kind: 'customer' }
export type Agent = Person & {
  kind: 'agent'
  agentId: string
  role: 'agent' | 'admin'
  team: string | null
}

/** Who acts. Whoever has an active row in `agents` is an agent; everybody else who is signed in is a customer. */
export type Actor = Customer | Agent

/** Who reads this page, once per request; null for nobody. Pages cannot send cookies, so the session is not renewed. */
export const currentReader = cache(async (): Promise<Actor | null> => {
  const session = await auth().api.getSession({ headers: await headers(), query: { disableRefresh: true } })
  tellVersionOf(session?.user.light)
  return session && actorOf(db, session.user)
})

/** Makes the actor of a signed-in user. Source: the active row in `agents`, if there is one. */
export async function actorOf(
  reader: Reader,
  user: { id: string; name: string; email: string },
): Promise<Actor> {
  const person = { userId: user.id, name: user.name, email: user.email }
  const [agent] = await reader
    .select({ agentId: agents.id, role: agents.role, team: agents.team, active: agents.active })
    .from(agents)
    .where(eq(agents.userId, user.id))
  if (!agent?.active) return { kind: 'customer', ...person }
  return { kind: 'agent', ...person, agentId: agent.agentId, role: agent.role, team: agent.team }
}

/**
 * Reads the actor's rights again inside the transaction and keeps them still until it ends, so that nobody
 * acts on rights that were taken away a moment ago.
 */
export async function actorInside(tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.kind === 'customer') return actor
  const [agent] = await tx
    .select({ role: agents.role, team: agents.team, active: agents.active })
    .from(agents)
    .where(eq(agents.id, actor.agentId))
    .for('share')
  const { userId, name, email, submissionId } = actor
  if (!agent?.active) return { kind: 'customer', userId, name, email, submissionId }
  return { ...actor, role: agent.role, team: agent.team }
}
