import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'
import { session, verification } from '#src/lib/db/tables/identity.ts'
import { newsDeliveries, newsOrders } from '#src/lib/db/tables/news.ts'
import { heldSubmissions, rateLimits, submissions } from '#src/lib/db/tables/system.ts'

const atOnce = 1000

/** What nobody needs any more: rows of a table whose moment in a column lies this many days back. */
const outdated: { table: PgTable; column: PgColumn; days: number }[] = [
  { table: submissions, column: submissions.createdAt, days: 30 },
  { table: heldSubmissions, column: heldSubmissions.expiresAt, days: 0 },
  { table: session, column: session.expiresAt, days: 0 },
  { table: verification, column: verification.expiresAt, days: 0 },
  // Until then a link that has run out is still told what to do.
  { table: guestLinks, column: guestLinks.expiresAt, days: 365 },
  { table: newsOrders, column: newsOrders.addressedAt, days: 30 },
  { table: newsDeliveries, column: newsDeliveries.toldAt, days: 30 },
  { table: rateLimits, column: rateLimits.startedAt, days: 1 },
]

/** Deletes some of the outdated rows of every table; few at once, so that nobody waits. True while there are more. */
export async function sweep(tx: Tx): Promise<boolean> {
  const swept = await Promise.all(
    outdated.map(({ table, column, days }) => tx.execute(some(table, column, days))),
  )
  return swept.some(rows => rows.length === atOnce)
}

function some(table: PgTable, column: PgColumn, days: number): SQL {
  return sql`delete from ${table} where ctid = any(array(
    select ctid from ${table} where ${column} < now() - make_interval(days => ${days}) limit ${atOnce}
  )) returning 1`
}
