import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { mayAnswerAsRequester, mayWork } from './policy.ts'
import { reachableBy } from './scope.ts'

export type Ticket = typeof tickets.$inferSelect

/**
 * A ticket that this actor may act on at all, locked until the transaction ends. The statement leaves at once, so that
 * what is asked beside it waits behind the lock.
 */
export async function lockTicket(tx: Tx, actor: Actor, reference: string): Promise<Ticket> {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.reference, reference), reachableBy(actor)))
    .for('update')
    .execute()
  if (!ticket) throw noSuchTicket()
  return ticket
}

/** Any ticket, whoever asks: for mail that comes in, whose sender is looked at afterwards. */
export async function lockById(tx: Tx, id: string): Promise<Ticket | undefined> {
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, id)).for('update')
  return ticket
}

/** The same for the oldest ticket that has one of these references. */
export async function lockNamed(tx: Tx, references: string[]): Promise<Ticket | undefined> {
  if (references.length === 0) return undefined
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(inArray(tickets.reference, references))
    .orderBy(asc(tickets.createdAt))
    .limit(1)
    .for('update')
  return ticket
}

/** The ticket for an agent to work on, locked. Not theirs and not there are the same answer. */
export async function lockForWork(tx: Tx, actor: Actor, reference: string): Promise<[Agent, Ticket]> {
  return toWorkOn(actor, await lockTicket(tx, actor, reference))
}

/** A ticket for an agent to work on, with the agent. */
export function toWorkOn(actor: Actor, ticket: Ticket): [Agent, Ticket] {
  if (!mayWork(actor, ticket)) throw noSuchTicket()
  return [actor, ticket]
}

/** The requester's own ticket, locked. */
export async function lockAsRequester(tx: Tx, actor: Actor, reference: string): Promise<Ticket> {
  const ticket = await lockTicket(tx, actor, reference)
  if (!mayAnswerAsRequester(actor, ticket)) throw noSuchTicket()
  return ticket
}

function noSuchTicket() {
  return new Refusal('There is no such ticket for you. Check the reference.')
}
