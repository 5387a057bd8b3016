import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { transition } from './status.ts'
import { writeDown } from './write-down.ts'

/**
 * Closes the one ticket that has been solved for longest, if that is more than `days` days ago by the clock of the
 * database. Resolves to false when there is none, or only such that somebody is working on at this moment.
 */
export async function closeByTime(tx: Tx, days: number): Promise<boolean> {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(
      and(eq(tickets.status, 'solved'), lt(tickets.solvedAt, sql`now() - make_interval(days => ${days})`)),
    )
    .orderBy(asc(tickets.solvedAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const next = ticket && transition(ticket.status, 'time-closes').next
  if (!next) return false
  await writeDown(tx, null, ticket, { kind: 'closed', fields: { status: next } })
  return true
}
