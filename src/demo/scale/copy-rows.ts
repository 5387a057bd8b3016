import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type postgres from 'postgres'
import { copyLine } from './copy-text.ts'

// Few large writes: each of them is a message of its own to the server.
const atOnce = 64 * 1024

/** Sends rows that all have the same columns, by COPY. */
export async function copyRows(
  sql: postgres.TransactionSql,
  table: Table,
  rows: Iterable<object>,
): Promise<void> {
  const columns = getTableColumns(table)
  let into: Writable | undefined
  let lines = ''
  for (const row of rows) {
    if (!into) {
      const names = Object.keys(row).map(key => `"${columns[key]?.name}"`)
      into = await sql.unsafe(`copy "${getTableName(table)}" (${names.join(', ')}) from stdin`).writable()
    }
    lines += copyLine(Object.values(row))
    if (lines.length < atOnce) continue
    if (!into.write(lines)) await once(into, 'drain')
    lines = ''
  }
  if (!into) return
  const sent = once(into, 'finish')
  into.end(lines)
  await sent
}
