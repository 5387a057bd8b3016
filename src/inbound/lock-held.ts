import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { nameOf } from '#src/people/find.ts'
import type { Administrator } from '#src/people/policy.ts'
import { formatReference } from '#src/tickets/reference.ts'

export type HeldMail = Awaited<ReturnType<typeof lockHeld>>

/**
 * A mail that an administrator decides about, locked until the transaction ends; without what it says. Whoever comes
 * second is told what the first did. `isReleased`: this very administrator has released it already.
 */
export async function lockHeld(tx: Tx, administrator: Administrator, mailId: string) {
  const { id, state, concern, ticketId, releasedAt, releasedBy, rejectedAt, rejectedBy } = receivedMails
  const [mail] = await tx
    .select({ id, state, concern, ticketId, releasedAt, releasedBy, rejectedAt, rejectedBy })
    .from(receivedMails)
    .where(eq(id, mailId))
    .for('update')
    .execute()
  if (!mail) throw new Refusal('There is no such mail. Open the list of mails and choose again.')
  if (mail.releasedAt && mail.releasedBy !== administrator.userId)
    throw new Refusal(releasedBefore(await nameOf(tx, mail.releasedBy), await referenceOf(tx, mail.ticketId)))
  if (!mail.releasedAt && mail.state !== 'held')
    throw new Refusal('This mail is not held, so there is nothing to decide about it.')
  return { ...mail, isReleased: mail.releasedAt !== null }
}

async function referenceOf(tx: Tx, ticketId: string | null): Promise<string | undefined> {
  if (ticketId === null) return undefined
  const [ticket] = await tx
    .select({ reference: tickets.reference })
    .from(tickets)
    .where(eq(tickets.id, ticketId))
  return ticket?.reference
}

function releasedBefore(name: string | undefined, reference: string | undefined): string {
  const who = name ? `${name} has already released this mail.` : 'This mail was already released.'
  return reference ? `${who} It is on the ticket ${formatReference(reference)}.` : who
}
