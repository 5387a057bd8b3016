import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Last, Tx } from '#src/lib/db/client.ts'
import { publicAsks } from '#src/lib/db/tables/guests.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { requesterFor } from '#src/people/requester.ts'
import { alreadyOpened } from './already-opened.ts'
import type { askForm } from './forms.ts'
import { openAs } from './open-ticket.ts'

/**
 * Somebody who is not signed in opens a ticket for an address that they say is theirs. What they wrote is kept at once;
 * only a mail to that address tells the reference, and no oftener than its limit. The same words again, within ten
 * minutes, change nothing.
 */
export async function ask(
  tx: Tx,
  { name, email, ...said }: z.output<typeof askForm>,
  last: Last,
): Promise<void> {
  const requester = await requesterFor(tx, { name, email })
  const actor = { kind: 'customer' as const, ...requester }
  if (await alreadyOpened(tx, actor, { ...said, email })) return
  const reference = await openAs(tx, actor, {
    ...said,
    priority: 'normal',
    requester,
    channel: 'web',
    isProven: false,
    acknowledge: 'few',
  })
  last(
    tx
      .insert(publicAsks)
      .select(
        tx
          .select({ ticketId: tickets.id, askedAt: tickets.createdAt })
          .from(tickets)
          .where(eq(tickets.reference, reference)),
      ),
  )
}
