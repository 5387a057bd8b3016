import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { auth } from './auth.ts'
import { builtOnce, db, type Reader, type Tx } from './db/client.ts'
import { session } from './db/tables/identity.ts'
import { agents } from './db/tables/people.ts'
import { env } from './env.ts'
import { keepLinkOpen } from './guest-link.ts'
import { tellVersionOf } from './http/light-version.ts'
import { sessionCookieName } from './session-cookie.ts'

/** `submissionId` is the submission that the person acts in, inside a transaction of the wrapper. */
type Person = { userId: string; name: string; email: string; submissionId?: string }
export type Customer = Person & { kind: 'customer' }
export type Agent = Person & {
  kind: 'agent'
  agentId: string
  role: 'agent' | 'admin'
  team: string | null
}

/** Somebody without a session who came by the link of one ticket that they asked for, and reaches nothing else. */
export type Guest = Person & { kind: 'guest'; linkId: string; ticketId: string; reference: string }

/** Who acts. Whoever has an active row in `agents` is an agent; everybody else who is signed in is a customer. */
export type Actor = Customer | Agent | Guest

/** Who reads this page, once per request; null for nobody. Pages cannot send cookies, so the session is not renewed. */
export const currentReader = cache(async (): Promise<Actor | null> => {
  const [found, own] = await Promise.all([
    auth().api.getSession({ headers: await headers(), query: { disableRefresh: true } }),
    rightsOfSender(),
  ])
  tellVersionOf(found?.user.light)
  return found && actorWith(found.user, own)
})

const rights = {
  userId: agents.userId,
  agentId: agents.id,
  role: agents.role,
  team: agents.team,
  active: agents.active,
}
type Rights = Pick<typeof agents.$inferSelect, 'userId' | 'role' | 'team' | 'active'> & { agentId: string }
type User = { id: string; name: string; email: string }

/**
 * The row in `agents` of whoever the session cookie of this request names, for `actorWith`. It is asked for together with
 * the session, which alone tells whether the cookie is good: one after the other would be another round trip.
 */
export async function rightsOfSender(): Promise<Rights | undefined> {
  const cookie = (await cookies()).get(sessionCookieName(env().baseUrl))?.value
  if (!cookie) return undefined
  const [found] = await rightsByToken(db, { token: cookie.split('.')[0] ?? '' })
  return found
}

const rightsByToken = builtOnce(reader =>
  reader
    .select(rights)
    .from(agents)
    .innerJoin(session, eq(session.userId, agents.userId))
    .where(eq(session.token, sql.placeholder('token'))),
)

/** Makes the actor of a signed-in user. Source: the active row in `agents`, if there is one. */
export async function actorOf(reader: Reader, user: User): Promise<Actor> {
  const [found] = await reader.select(rights).from(agents).where(eq(agents.userId, user.id))
  return actorWith(user, found)
}

/** The same from a row that was read already; the row of somebody else gives no rights. */
export function actorWith(user: User, own: Rights | undefined): Actor {
  const person = { userId: user.id, name: user.name, email: user.email }
  if (!own?.active || own.userId !== user.id) return { kind: 'customer', ...person }
  const { agentId, role, team } = own
  return { kind: 'agent', ...person, agentId, role, team }
}

/**
 * Reads the actor's rights again inside the transaction and keeps them still until it ends, so that nobody
 * acts on rights that were taken away a moment ago.
 */
export async function actorInside(tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.kind === 'guest') await keepLinkOpen(tx, actor)
  if (actor.kind !== 'agent') return actor
  const [agent] = await tx
    .select({ role: agents.role, team: agents.team, active: agents.active })
    .from(agents)
    .where(eq(agents.id, actor.agentId))
    .for('share')
  const { userId, name, email, submissionId } = actor
  if (!agent?.active) return { kind: 'customer', userId, name, email, submissionId }
  return { ...actor, role: agent.role, team: agent.team }
}
