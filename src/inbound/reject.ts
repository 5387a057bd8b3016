import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { nameOf } from '#src/people/find.ts'
import type { Administrator } from '#src/people/policy.ts'
import type { rejectForm } from './forms.ts'
import { lockHeld } from './lock-held.ts'

/**
 * Says that nobody wants a held mail: it waits no more, is kept, and nobody is told. Who has rejected it already is led to
 * the same end; another administrator is told who was faster.
 */
export async function reject(
  tx: Tx,
  administrator: Administrator,
  { mailId }: z.output<typeof rejectForm>,
): Promise<void> {
  const held = await lockHeld(tx, administrator, mailId)
  if (held.isReleased)
    throw new Refusal('You have released this mail, so it is on a ticket and cannot be rejected.')
  if (held.rejectedAt && held.rejectedBy === administrator.userId) return
  if (held.rejectedAt) throw new Refusal(rejectedBefore(await nameOf(tx, held.rejectedBy)))
  await tx
    .update(receivedMails)
    .set({ rejectedAt: sql`now()`, rejectedBy: administrator.userId })
    .where(eq(receivedMails.id, mailId))
}

function rejectedBefore(name: string | undefined): string {
  return name ? `${name} has already rejected this mail.` : 'This mail was already rejected.'
}
