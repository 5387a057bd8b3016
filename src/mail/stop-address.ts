import { and, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { stoppedAddresses } from '#src/lib/db/tables/stopped-addresses.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'

/**
 * Sends no more mail to an address that nobody has, until an administrator has that mail tried again. What waits for it
 * is given up.
 * @param mail the mail of which a mail server said so
 * @param reason its words
 */
export async function stopAddress(
  tx: Tx,
  mail: { id: string; toAddress: string },
  reason: string,
): Promise<void> {
  const address = mail.toAddress.toLowerCase()
  await tx.insert(stoppedAddresses).values({ address, mailId: mail.id, reason }).onConflictDoNothing()
  await tx
    .update(mailOrders)
    .set({ gaveUpAt: sql`now()`, lastError: sql`coalesce(${mailOrders.lastError}, ${stoppedWords})` })
    .where(
      and(
        isNull(mailOrders.sentAt),
        isNull(mailOrders.gaveUpAt),
        sql`lower(${mailOrders.toAddress}) = ${address}`,
      ),
    )
}

/** What stands at a mail that was not even tried. */
export const stoppedWords = 'Mail to this address is stopped, because a mail server said that nobody has it.'
