import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type postgres from 'postgres'
import { dice } from '#src/demo/dice.ts'
import type { Ledger } from '#src/demo/ledger.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { type SlaTargets, ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import type { Priority } from '#src/tickets/status.ts'
import { castTicket } from './cast-ticket.ts'
import { copyLine } from './copy-text.ts'
import { crowdFor } from './crowd.ts'
import { mouldsOf } from './moulds.ts'
import { writeDownAll } from './write-down-all.ts'

/** How many tickets go over in one transaction. */
const load = 5000
const years = 10

type Filling = {
  tickets: number
  now: Date
  targets: Record<Priority, SlaTargets>
  /** Told after each load how many tickets are in. */
  progress: (done: number) => void
}

/**
 * Fills a desk that has the demo with so many more tickets of ten years, some five messages each, by COPY. `sql` is a
 * connection of the role that owns the tables. What a run that was broken off has written stays; begin with a new
 * database then.
 */
export async function fill(sql: postgres.Sql, { tickets: count, now, targets, progress }: Filling) {
  const crowd = crowdFor(count, new Date(now.getTime() - years * 365 * 86_400_000))
  const pick = mouldsOf({ now, targets })
  const throws = dice('scale')
  await sql.begin(async tx => {
    await copy(tx, teams, crowd.teams)
    await copy(tx, user, crowd.people)
    await copy(tx, agents, crowd.agents)
  })
  await sql`alter table ticket_messages disable trigger message_found`
  for (let done = 0; done < count; done += load) {
    const ledgers = Array.from({ length: Math.min(load, count - done) }, (_, index): Ledger => {
      const number = done + index
      return castTicket(pick(throws), { number, years, crowd, dice: throws })
    })
    await sql.begin(async tx => {
      await copy(
        tx,
        tickets,
        ledgers.map(({ ticket }) => ticket),
      )
      await copy(tx, ticketMessages, each(ledgers, 'messages'))
      await copy(tx, ticketEvents, each(ledgers, 'events'))
    })
    progress(done + ledgers.length)
  }
  await sql`alter table ticket_messages enable trigger message_found`
  await writeDownAll(sql)
  await sql`vacuum (analyze)`
}

function* each<Part extends 'messages' | 'events'>(
  ledgers: Ledger[],
  part: Part,
): Iterable<Ledger[Part][number]> {
  for (const ledger of ledgers) yield* ledger[part]
}

/** Sends rows that all have the same columns. */
async function copy(sql: postgres.TransactionSql, table: Table, rows: Iterable<object>): Promise<void> {
  const columns = getTableColumns(table)
  let into: Writable | undefined
  for (const row of rows) {
    if (!into) {
      const names = Object.keys(row).map(key => `"${columns[key]?.name}"`)
      into = await sql.unsafe(`copy "${getTableName(table)}" (${names.join(', ')}) from stdin`).writable()
    }
    if (!into.write(copyLine(Object.values(row)))) await once(into, 'drain')
  }
  if (!into) return
  const sent = once(into, 'finish')
  into.end()
  await sent
}
