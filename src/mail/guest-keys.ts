import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'
import { linksIn, withSignatures } from '#src/lib/guest-key.ts'
import type { MailOrder } from './claim-order.ts'

/**
 * An order with the links in its text made whole, as it leaves the house: those of its own reader alone, so that nobody
 * has a link of somebody else signed by writing it down.
 */
export async function withGuestKeys<Order extends Pick<MailOrder, 'userId' | 'body'>>(
  reader: Reader,
  order: Order,
): Promise<Order> {
  const named = linksIn(order.body)
  if (named.length === 0 || order.userId === null) return order
  const own = await reader
    .select({ id: guestLinks.id })
    .from(guestLinks)
    .where(and(inArray(guestLinks.id, named), eq(guestLinks.userId, order.userId)))
  return {
    ...order,
    body: withSignatures(
      order.body,
      own.map(({ id }) => id),
    ),
  }
}
