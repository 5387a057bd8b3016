import { and, asc, eq, gt, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { alwaysOpen } from '#src/sla/calendar.ts'
import type { ClockName } from '#src/sla/clocks.ts'
import { marksOwed, warnMins } from '#src/sla/marks.ts'
import { writeDown } from './write-down.ts'

const perPage = 100

/**
 * Notes in the history of a ticket that a time is nearly up, or has passed: once each, in the name of the desk. Does
 * nothing while somebody else works on the ticket; it is looked at again soon.
 */
export async function watchClocks(tx: Tx, ticketId: string): Promise<void> {
  const [found] = await tx
    .select({ ticket: tickets, now: sql`clock_timestamp()`.mapWith(tickets.createdAt) })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
    .for('update', { skipLocked: true })
  if (!found) return
  const events = await tx
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.seq))
  let { lastEventSeq } = found.ticket
  for (const mark of marksOwed(events, alwaysOpen, found.now))
    await writeDown(tx, null, { ...found.ticket, lastEventSeq: lastEventSeq++ }, mark)
}

/**
 * The ids of tickets that may need a mark, in pages of 100 behind the id `after`. Reads the cached due times, and
 * leaves out what was marked since: the history decides.
 */
export async function nearlyDue(reader: Reader, after?: string): Promise<string[]> {
  const due = reader
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        lte(tickets.statusRank, 1),
        lte(tickets.queueDueAt, soon),
        or(
          unmarked('first-response', tickets.firstResponseDueAt),
          unmarked('next-reply', tickets.nextReplyDueAt),
          unmarked('resolution', tickets.resolveDueAt),
        ),
        after === undefined ? undefined : gt(tickets.id, after),
      ),
    )
  // Without "offset 0" Postgres would go through all tickets there are, in the order of their ids, until it has a page.
  const rows = await reader
    .select({ id: sql<string>`due.id` })
    .from(sql`(${due} offset 0) as due`)
    .orderBy(sql`due.id`)
    .limit(perPage)
  return rows.map(row => row.id)
}

const warnTime = sql`make_interval(mins => ${warnMins})`
const soon = sql`now() + ${warnTime}`

type DueColumn =
  | typeof tickets.firstResponseDueAt
  | typeof tickets.nextReplyDueAt
  | typeof tickets.resolveDueAt

function unmarked(clock: ClockName, due: DueColumn): SQL | undefined {
  const marked = (kinds: SQL, since: SQL) => sql`exists (select from ${ticketEvents}
    where ${ticketEvents.ticketId} = ${tickets.id} and ${ticketEvents.clock} = ${clock}
      and ${ticketEvents.kind} in ${kinds} and ${ticketEvents.at} >= ${since})`
  const warned = marked(sql`('warned', 'breached')`, sql`${due} - ${warnTime}`)
  const breached = marked(sql`('breached')`, sql`${due}`)
  return or(and(lte(due, soon), sql`not ${warned}`), and(lt(due, sql`now()`), sql`not ${breached}`))
}
