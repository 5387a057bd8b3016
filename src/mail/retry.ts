import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { stoppedAddresses } from '#src/lib/db/tables/stopped-addresses.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { retryForm } from './forms.ts'

/**
 * Has a mail tried again that was given up, as if it had been ordered now: all its attempts are before it. One that waits
 * already stays as it is, and one that was sent is not sent twice. Mail to its address is stopped no longer.
 */
export async function retry(
  tx: Tx,
  _administrator: Agent & { role: 'admin' },
  { mailId }: z.output<typeof retryForm>,
): Promise<'retried' | 'sent-before' | 'written-again'> {
  const [order] = await tx.select().from(mailOrders).where(eq(mailOrders.id, mailId)).for('update')
  if (!order) throw new Refusal('There is no such mail. It may have gone with the person or the ticket.')
  const lifted = await tx
    .delete(stoppedAddresses)
    .where(eq(stoppedAddresses.address, order.toAddress.toLowerCase()))
    .returning({ address: stoppedAddresses.address })
  if (order.sentAt) return lifted.length > 0 ? 'written-again' : 'sent-before'
  if (!order.gaveUpAt) return 'retried'
  await tx
    .update(mailOrders)
    .set({ gaveUpAt: null, attempts: 0, nextAttemptAt: sql`now()` })
    .where(eq(mailOrders.id, mailId))
  return 'retried'
}
