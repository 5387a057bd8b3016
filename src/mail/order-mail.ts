import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'

type Order = Pick<typeof mailOrders.$inferInsert, 'kind' | 'dedupeKey' | 'ticketId' | 'subject' | 'body'>

/**
 * Orders one mail in the transaction of what it tells of. The worker delivers it later; the same `dedupeKey` orders
 * it once. Line breaks in the subject become spaces, so that nothing typed can add a header.
 */
export async function orderMail(tx: Tx, to: { userId: string; name: string; email: string }, order: Order) {
  await tx
    .insert(mailOrders)
    .values({
      ...order,
      userId: to.userId,
      toAddress: to.email,
      toName: to.name.replace(/\s+/g, ' '),
      subject: order.subject.replace(/\s+/g, ' '),
    })
    .onConflictDoNothing({ target: mailOrders.dedupeKey })
}
