import { asc, inArray, type SQL } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { Ticket } from './find.ts'
import { type Entry, momentIn, writeDown } from './write-down.ts'

/**
 * Changes fields of every ticket that fits, locked, with one event each. However many they are, it waits for the database
 * twice: once for them with their histories, which are read behind the locks, and once for all that is written.
 */
export async function updateEach(
  tx: Tx,
  actor: Actor,
  fits: SQL | undefined,
  fieldsOf: (ticket: Ticket) => NonNullable<Entry['fields']>,
): Promise<void> {
  const [found, events, moment] = await Promise.all([
    tx.select().from(tickets).where(fits).orderBy(asc(tickets.id)).for('update').execute(),
    tx
      .select()
      .from(ticketEvents)
      .where(inArray(ticketEvents.ticketId, tx.select({ id: tickets.id }).from(tickets).where(fits)))
      .orderBy(asc(ticketEvents.seq))
      .execute(),
    momentIn(tx),
  ])
  await Promise.all(
    found.map(ticket => {
      const own = events.filter(({ ticketId }) => ticketId === ticket.id)
      return writeDown(
        tx,
        actor,
        ticket,
        { kind: 'updated', fields: fieldsOf(ticket) },
        { events: own, moment },
      )
    }),
  )
}
