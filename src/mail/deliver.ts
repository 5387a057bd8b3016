import { db, transaction } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { logEvent } from '#src/lib/log.ts'
import { claimOrder, type MailOrder } from './claim-order.ts'
import { enclosuresOf } from './enclosures.ts'
import { failureOf } from './failure.ts'
import { withGuestKeys } from './guest-keys.ts'
import { type Letter, letterFor } from './letter.ts'
import { noteFailure, noteSent } from './settle-order.ts'

/** What carries a letter away; it rejects when that did not work. */
export type Send = (letter: Letter) => Promise<void>

const inOurName = 'system:deliver-mail'

/**
 * Sends the next mail that is due. Resolves to false when there was none. The sending stands between two transactions,
 * never inside one: dying in between makes the same mail, with the same Message-ID, leave a second time at most.
 * Throws what `send` throws when the mail server itself is in trouble, so that the other mails wait.
 */
export async function deliverNext(send: Send): Promise<boolean> {
  const order = await transaction(inOurName, claimOrder)
  if (!order) return false
  const [enclosures, signed] = await Promise.all([
    enclosuresOf(db, order, env().mailFilesBytes),
    withGuestKeys(db, order),
  ])
  try {
    await send(letterFor(signed, env(), enclosures))
  } catch (error) {
    await fail(order, error)
    return true
  }
  await transaction(inOurName, tx => noteSent(tx, order), { repeatable: true })
  return true
}

async function fail(order: MailOrder, error: unknown): Promise<void> {
  const failure = failureOf(error)
  const gaveUp = await transaction(inOurName, tx => noteFailure(tx, order, failure), { repeatable: true })
  const { id, kind, attempts } = order
  if (gaveUp) logEvent('mail.given-up', { order: id, kind, attempts })
  if (failure.ofServer) throw error
}
