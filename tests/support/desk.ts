import { asc, eq } from 'drizzle-orm'
import { elif } from '#src/demo/cast.ts'
import { hashDemoPassword, seedCast } from '#src/demo/seed-cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { seedSlaPolicies } from '#src/sla/seed.ts'
import { openAs } from '#src/tickets/open-ticket.ts'
import type { Priority } from '#src/tickets/status.ts'
import { work } from '#src/tickets/work.ts'

/** Fills the test's own database with the cast and the SLA policies, and no tickets. */
export async function openDesk() {
  const password = await hashDemoPassword()
  await transaction('test', async tx => {
    await seedSlaPolicies(tx)
    await seedCast(tx, { now: new Date(), password })
  })
}

/** Lets somebody do something, in a transaction of theirs. */
export function act<A extends Actor, I, R>(
  verb: (tx: Tx, actor: A, input: I) => Promise<R>,
  actor: A,
  input: I,
) {
  return transaction(actor.userId, tx => verb(tx, actor, input))
}

/**
 * A ticket that Elif (or somebody else) has just opened. Resolves to its reference. Two of them may hold the same words:
 * they are not sent by the form, which would know them again.
 */
export function asked(
  by: Actor = elif,
  subject = 'The ferry left without my bicycle',
  priority: Priority = 'normal',
) {
  const opening = {
    subject,
    body: 'It still stands on the pier.',
    priority,
    requester: by,
    channel: 'web',
  } as const
  return act(openAs, by, opening)
}

/** Brings a ticket into a status, as an agent would. */
export async function bring(
  reference: string,
  agent: Parameters<typeof work>[1],
  wanted: Parameters<typeof work>[3],
) {
  const { ticket } = await ledger(reference)
  await transaction(agent.userId, tx => work(tx, agent, ticket, wanted))
}

/** Everything that is written down about a ticket: the row, messages, events and mail orders, in order. */
export async function ledger(reference: string) {
  const [ticket] = await db.select().from(tickets).where(eq(tickets.reference, reference))
  if (!ticket) throw new Error(`There is no ticket ${reference}`)
  const [messages, events, mail] = await Promise.all([
    db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
      .orderBy(asc(ticketMessages.createdAt)),
    db.select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticket.id)).orderBy(asc(ticketEvents.seq)),
    db.select().from(mailOrders).where(eq(mailOrders.ticketId, ticket.id)).orderBy(asc(mailOrders.createdAt)),
  ])
  return { ticket, messages, events, mail }
}
