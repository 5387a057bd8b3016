import { and, eq, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mailboxes } from '#src/lib/db/tables/mailboxes.ts'

const leaseMins = 3

/**
 * Takes a mailbox for three minutes, or for three more where this holder has it. False while another holds it. A row and not
 * a lock of the database, because a pooler lends a connection for one transaction only.
 */
export async function leaseMailbox(tx: Tx, name: string, holder: string): Promise<boolean> {
  const leasedUntil = sql`now() + make_interval(mins => ${leaseMins})`
  const mine = await tx
    .insert(mailboxes)
    .values({ name, leasedBy: holder, leasedUntil })
    .onConflictDoUpdate({
      target: mailboxes.name,
      set: { leasedBy: holder, leasedUntil },
      setWhere: or(lte(mailboxes.leasedUntil, sql`now()`), eq(mailboxes.leasedBy, holder)),
    })
    .returning({ name: mailboxes.name })
  return mine.length > 0
}

/** Gives a mailbox back before its time, for whoever comes next. */
export async function releaseMailbox(tx: Tx, name: string, holder: string): Promise<void> {
  await tx
    .update(mailboxes)
    .set({ leasedBy: null, leasedUntil: sql`now()` })
    .where(and(eq(mailboxes.name, name), eq(mailboxes.leasedBy, holder)))
}
