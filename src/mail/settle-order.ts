import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import { mostAttempts } from './attempts.ts'
import type { MailOrder } from './claim-order.ts'
import type { Failure } from './failure.ts'
import { stopAddress } from './stop-address.ts'

const bearingSecrets: MailOrder['kind'][] = ['verify-address', 'reset-password', 'address-taken', 'invited']

/** Writes down that a mail has left. A mail with a secret link in it is emptied: from now on only its reader has it. */
export async function noteSent(tx: Tx, order: MailOrder): Promise<void> {
  await tx
    .update(mailOrders)
    .set({ sentAt: sql`now()`, lastError: null, ...(bearingSecrets.includes(order.kind) && { body: '' }) })
    .where(eq(mailOrders.id, order.id))
}

/**
 * Writes down why an attempt failed. Resolves to true when it was the last one, and the mail is given up; mail to an
 * address that nobody has is stopped.
 */
export async function noteFailure(
  tx: Tx,
  order: MailOrder,
  { words, final, nobodyThere }: Failure,
): Promise<boolean> {
  const last = final || order.attempts >= mostAttempts
  await tx
    .update(mailOrders)
    .set({ lastError: words, gaveUpAt: last ? sql`now()` : null })
    .where(and(eq(mailOrders.id, order.id), isNull(mailOrders.sentAt)))
  if (nobodyThere) await stopAddress(tx, order, words)
  return last
}
