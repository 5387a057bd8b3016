import { and, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#src/lib/db/client.ts'
import { mailboxes, mailboxTries } from '#src/lib/db/tables/mailboxes.ts'

/** So often a mail is tried that cannot be taken in, over about nine hours; then it is left where it is. */
export const mostTries = 6

/** A mail of a mailbox: its UID in one numbering of the server's. */
export type MailAt = { mailbox: string; uidValidity: string; uid: number }

/** Counts one try of a mail before it is made: the next one is 1, 5, 25, 125, then 360 minutes later. */
export async function beginTry(tx: Tx, at: MailAt): Promise<void> {
  const inMins = (before: typeof mailboxTries.tries | number) =>
    sql`now() + make_interval(mins => least(360, power(5, ${before}))::int)`
  await tx
    .insert(mailboxTries)
    .values({ ...at, nextTryAt: inMins(0) })
    .onConflictDoUpdate({
      target: [mailboxTries.mailbox, mailboxTries.uidValidity, mailboxTries.uid],
      set: { tries: sql`${mailboxTries.tries} + 1`, nextTryAt: inMins(mailboxTries.tries) },
    })
}

/** Forgets the tries of a mail that was taken in, or is gone. Those before it were begun with, so its number is known. */
export async function settleTry(tx: Tx, at: MailAt): Promise<void> {
  await tx.delete(mailboxTries).where(triesOf(at))
  await tx
    .update(mailboxes)
    .set({ takenTo: sql`greatest(${mailboxes.takenTo}, ${at.uid})` })
    .where(and(eq(mailboxes.name, at.mailbox), eq(mailboxes.uidValidity, at.uidValidity)))
}

/** Writes down why a mail could not be taken in; `isFinal` where trying again is no use. */
export async function noteTryFault(tx: Tx, at: MailAt, fault: string, isFinal = false): Promise<void> {
  await tx
    .update(mailboxTries)
    .set({ fault, ...(isFinal && { tries: mostTries }) })
    .where(triesOf(at))
}

/** The mails that were begun with: `due` may be tried now, `resting` not yet or not any more. By UID. */
export async function triesIn(reader: Reader, mailbox: string, uidValidity: string) {
  const rows = await reader
    .select({
      uid: mailboxTries.uid,
      isDue: sql<boolean>`${mailboxTries.nextTryAt} <= now() and ${mailboxTries.tries} < ${mostTries}`,
    })
    .from(mailboxTries)
    .where(and(eq(mailboxTries.mailbox, mailbox), eq(mailboxTries.uidValidity, uidValidity)))
  const uids = (isDue: boolean) => rows.filter(row => row.isDue === isDue).map(({ uid }) => uid)
  return { due: uids(true), resting: new Set(uids(false)) }
}

function triesOf({ mailbox, uidValidity, uid }: MailAt) {
  return and(
    eq(mailboxTries.mailbox, mailbox),
    eq(mailboxTries.uidValidity, uidValidity),
    eq(mailboxTries.uid, uid),
  )
}
