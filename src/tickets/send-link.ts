import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { mayAcknowledge } from '#src/mail/acknowledgements.ts'
import type { sendLinkForm } from './forms.ts'
import { orderWayMail } from './order-mail.ts'
import { withPassword } from './way-to-read.ts'

/**
 * Orders the mail that brings the way to a ticket, if it was opened with this address and the address may have one more.
 * Whoever asks learns neither.
 */
export async function sendLink(tx: Tx, input: z.output<typeof sendLinkForm>): Promise<void> {
  const [found] = await tx
    .select({
      ticket: tickets,
      userId: user.id,
      name: user.name,
      email: user.email,
      hasPassword: withPassword(tx),
    })
    .from(tickets)
    .innerJoin(user, eq(user.id, tickets.requesterId))
    .where(and(eq(tickets.reference, input.ticket), eq(user.email, input.email)))
  if (found && (await mayAcknowledge(tx, found.email))) await orderWayMail(tx, found.ticket, found)
}
