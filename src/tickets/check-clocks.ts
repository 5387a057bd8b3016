import { asc, gt, inArray } from 'drizzle-orm'
import type { Reader } from '#src/lib/db/client.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { clocksFrom, dueColumns } from '#src/sla/clocks.ts'

const perPage = 500

/** A due time on a row that is not what the history of its ticket says. */
export type Mismatch = {
  reference: string
  column: keyof ReturnType<typeof dueColumns>
  row: Date | null
  history: Date | null
}

/**
 * Works the due times of every ticket out from its events and compares them with the columns that cache them. Resolves
 * to how many tickets were read and to every difference; on a desk that is being used, read it in one snapshot.
 */
export async function checkClocks(reader: Reader): Promise<{ read: number; wrong: Mismatch[] }> {
  const wrong: Mismatch[] = []
  let read = 0
  for (let after: string | undefined; ; ) {
    const page = await reader
      .select()
      .from(tickets)
      .where(after === undefined ? undefined : gt(tickets.id, after))
      .orderBy(asc(tickets.id))
      .limit(perPage)
    wrong.push(...(await differences(reader, page)))
    read += page.length
    after = page.at(-1)?.id
    if (page.length < perPage) return { read, wrong }
  }
}

async function differences(reader: Reader, page: (typeof tickets.$inferSelect)[]): Promise<Mismatch[]> {
  if (page.length === 0) return []
  const ids = page.map(ticket => ticket.id)
  const events = await reader
    .select()
    .from(ticketEvents)
    .where(inArray(ticketEvents.ticketId, ids))
    .orderBy(asc(ticketEvents.ticketId), asc(ticketEvents.seq))
  const histories = new Map<string, typeof events>(ids.map(id => [id, []]))
  for (const event of events) histories.get(event.ticketId)?.push(event)
  return page.flatMap(ticket => {
    const owed = dueColumns(clocksFrom(histories.get(ticket.id) ?? [], alwaysOpen))
    return (Object.keys(owed) as (keyof typeof owed)[])
      .filter(column => owed[column]?.getTime() !== ticket[column]?.getTime())
      .map(column => ({ reference: ticket.reference, column, row: ticket[column], history: owed[column] }))
  })
}
