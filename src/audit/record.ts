import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'

export type NewEvent = Omit<typeof ticketEvents.$inferInsert, 'actorId' | 'submissionId'>

/** Adds one event to a ticket's history, in the name of the actor (null: the desk itself) and of the submission. */
export function record(tx: Tx, actor: Actor | null, event: NewEvent) {
  return tx
    .insert(ticketEvents)
    .values({ ...event, actorId: actor?.userId ?? null, submissionId: actor?.submissionId })
    .execute()
}
