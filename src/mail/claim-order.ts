import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { mostAttempts, pauseMins, staleAfterDays } from './attempts.ts'

export type MailOrder = typeof mailOrders.$inferSelect

/**
 * Takes the mail that has been due for longest, and counts the attempt before it is made: whoever dies while sending
 * has tried, and the mail is due again only after the pause. Null when no mail is due.
 */
export async function claimOrder(tx: Tx): Promise<MailOrder | null> {
  const [order] = await tx
    .select()
    .from(mailOrders)
    .where(
      and(
        isNull(mailOrders.sentAt),
        isNull(mailOrders.gaveUpAt),
        lte(mailOrders.nextAttemptAt, sql`now()`),
        sql`${mailOrders.nextAttemptAt} > now() - make_interval(days => ${staleAfterDays})`,
        lt(mailOrders.attempts, mostAttempts),
      ),
    )
    .orderBy(asc(mailOrders.nextAttemptAt))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!order) return null
  const [claimed] = await tx
    .update(mailOrders)
    .set({
      attempts: order.attempts + 1,
      nextAttemptAt: sql`now() + make_interval(mins => ${pauseMins(order.attempts)})`,
    })
    .where(eq(mailOrders.id, order.id))
    .returning()
  return claimed ?? null
}
