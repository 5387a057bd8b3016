import { eq } from 'drizzle-orm'
import { type Actor, actorWith } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { env } from '#src/lib/env.ts'
import { requesterFor } from '#src/people/requester.ts'
import type { Mail } from './parse.ts'

/**
 * Who has this address, with the rights that they have now and keep until the transaction ends; undefined for a stranger.
 * Two statements in one flight, because a join of those who may have no rights cannot be locked.
 */
export async function personAt(tx: Tx, address: string): Promise<Actor | undefined> {
  const { id, name, email } = user
  const { userId, role, team, active } = agents
  const [[person], [own]] = await Promise.all([
    tx.select({ id, name, email }).from(user).where(eq(email, address)).execute(),
    tx
      .select({ agentId: agents.id, userId, role, team, active })
      .from(agents)
      .innerJoin(user, eq(id, userId))
      .where(eq(email, address))
      .for('share', { of: agents })
      .execute(),
  ])
  return person && actorWith(person, own)
}

/** A customer without a password for the sender of this mail. They may set one later, by that address. */
export async function newPerson(tx: Tx, { from: [from] }: Pick<Mail, 'from'>): Promise<Actor> {
  if (!from) throw new Error('A mail without a sender makes no customer')
  const name = (from.name || from.address.replace(/@.*$/, '')).slice(0, longestName).trim()
  return { kind: 'customer', ...(await requesterFor(tx, { name, email: from.address })) }
}

const longestName = 100

/** The addresses that this desk writes from: what comes from them went round in a circle. */
export function ownAddresses(): string[] {
  const { mailFrom, mailReplyAddress } = env()
  const from = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom
  return [from, ...(mailReplyAddress ? [mailReplyAddress] : [])].map(address => address.trim().toLowerCase())
}
