import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { mailboxes, mailboxTries } from '#src/lib/db/tables/mailboxes.ts'

/** How the server numbers its mails: `uidNext` is the number that the next one gets. */
export type Numbering = { uidValidity: string; uidNext: number }

/** Up to which number mails are known, and since which day they are looked at where the numbers say nothing. */
export type Since = { takenTo: number; day: Date | null }

/**
 * Where to go on in a mailbox. Of one that is seen for the first time the numbers so far count as known, so that a desk does not
 * make tickets of years of mail. Where the server has numbered all anew, what came since the day before the last look is looked
 * at again: what was taken in already is known by what it says.
 */
export async function beginLook(tx: Tx, name: string, numbering: Numbering): Promise<Since> {
  const [known] = await tx.select().from(mailboxes).where(eq(mailboxes.name, name)).for('update')
  const since = goOnFrom(known, numbering)
  if (known?.uidValidity == null) {
    const { uidValidity } = numbering
    await tx.update(mailboxes).set({ uidValidity, takenTo: since.takenTo }).where(eq(mailboxes.name, name))
  }
  return since
}

type Known = Pick<typeof mailboxes.$inferSelect, 'uidValidity' | 'takenTo' | 'lookedAt'>

/** The same of what is known of a mailbox, where it shall stay as it is. */
export function goOnFrom(known: Known | undefined, { uidValidity, uidNext }: Numbering): Since {
  if (known?.uidValidity === uidValidity) return { takenTo: known.takenTo, day: null }
  const takenTo = Math.max(0, uidNext - 1)
  const isNew = known?.uidValidity == null
  return { takenTo, day: isNew ? null : known.lookedAt && dayBefore(known.lookedAt) }
}

/** Writes down that all that waited was taken in. Only then does a new numbering hold: until then it is looked at again. */
export async function endLook(tx: Tx, name: string, { uidValidity, uidNext }: Numbering): Promise<void> {
  const isKnown = sql`${mailboxes.uidValidity} = ${uidValidity}`
  await tx
    .update(mailboxes)
    .set({
      uidValidity,
      takenTo: sql`case when ${isKnown} then ${mailboxes.takenTo} else ${Math.max(0, uidNext - 1)}::bigint end`,
      lookedAt: sql`now()`,
      fault: null,
      faultAt: null,
    })
    .where(eq(mailboxes.name, name))
  await tx
    .delete(mailboxTries)
    .where(and(eq(mailboxTries.mailbox, name), ne(mailboxTries.uidValidity, uidValidity)))
}

/** Writes down why a mailbox could not be read. */
export async function noteFault(tx: Tx, name: string, fault: string): Promise<void> {
  await tx
    .insert(mailboxes)
    .values({ name, fault, faultAt: sql`now()` })
    .onConflictDoUpdate({ target: mailboxes.name, set: { fault, faultAt: sql`now()` } })
}

const dayMs = 86_400_000

function dayBefore(moment: Date): Date {
  return new Date(moment.getTime() - dayMs)
}
