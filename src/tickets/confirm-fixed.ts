import { and, eq, gt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { aMomentAgo } from './already-said.ts'
import { lockAsRequester } from './find.ts'
import type { confirmFixedForm } from './forms.ts'
import { transition } from './status.ts'
import { writeDown } from './write-down.ts'

/**
 * The requester says that it is fixed: the ticket is solved, or closed when an agent had solved it. Saying it twice in
 * a row is saying it once: it never closes the ticket that the first time has solved.
 */
export async function confirmFixed(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof confirmFixedForm>,
): Promise<void> {
  const [ticket, already] = await Promise.all([
    lockAsRequester(tx, actor, input.reference),
    alreadyConfirmed(tx, actor, input.reference),
  ])
  if (already) return
  const outcome = transition(ticket.status, 'customer-confirms')
  if (outcome.refused !== undefined) throw new Refusal(outcome.refused)
  await writeDown(tx, actor, ticket, { kind: 'confirmed', fields: { status: outcome.next } })
}

// Whether the ticket stands as this person's own word brought it there a moment ago. Leaves behind the lock.
async function alreadyConfirmed(tx: Tx, actor: Actor, reference: string): Promise<boolean> {
  const isSolvedByIt = and(eq(tickets.status, 'solved'), eq(tickets.solvedAt, ticketEvents.at))
  const isClosedByIt = and(eq(tickets.status, 'closed'), eq(tickets.closedAt, ticketEvents.at))
  const found = await tx
    .select({ at: ticketEvents.at })
    .from(tickets)
    .innerJoin(ticketEvents, eq(ticketEvents.ticketId, tickets.id))
    .where(
      and(
        eq(tickets.reference, reference),
        eq(ticketEvents.kind, 'confirmed'),
        eq(ticketEvents.actorId, actor.userId),
        gt(ticketEvents.at, aMomentAgo),
        or(isSolvedByIt, isClosedByIt),
      ),
    )
    .execute()
  return found.length > 0
}
