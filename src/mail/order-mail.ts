import { sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { stoppedAddresses } from '#src/lib/db/tables/stopped-addresses.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { stoppedWords } from './stop-address.ts'

type Order = Pick<
  typeof mailOrders.$inferInsert,
  'kind' | 'dedupeKey' | 'ticketId' | 'subject' | 'body' | 'said' | 'headings'
>

/**
 * Orders one mail in the transaction of what it tells of. The worker delivers it later; the same `dedupeKey` orders
 * it once. Line breaks in the subject become spaces, so that nothing typed can add a header. To an address that mail is
 * stopped to, it is given up as it is ordered.
 */
export async function orderMail(tx: Tx, to: { userId: string; name: string; email: string }, order: Order) {
  const stopped = sql`from ${stoppedAddresses} where ${stoppedAddresses.address} = lower(${to.email})`
  await tx
    .insert(mailOrders)
    .values({
      ...order,
      userId: to.userId,
      toAddress: to.email,
      toName: to.name.replace(/\s+/g, ' '),
      subject: order.subject.replace(/\s+/g, ' '),
      gaveUpAt: sql`(select now() ${stopped})`,
      lastError: sql`(select ${stoppedWords} ${stopped})`,
    })
    .onConflictDoNothing({ target: mailOrders.dedupeKey })
}
