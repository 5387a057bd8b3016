import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { requesterFor } from '#src/people/requester.ts'
import type { openForCustomerForm } from './forms.ts'
import { openAs } from './open-ticket.ts'
import { mayOpenForCustomer } from './policy.ts'

/** An agent writes down what a customer said on the phone. Resolves to the reference of the ticket. */
export async function openForCustomer(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof openForCustomerForm>,
): Promise<string> {
  if (!mayOpenForCustomer(actor)) throw new Refusal('Only agents open tickets for somebody else.')
  const requester = await requesterFor(tx, input)
  if (requester.userId === actor.userId)
    throw new Refusal('Open a ticket of your own as a customer does, under “My tickets”.', 'email')
  const { subject, body, priority } = input
  return openAs(tx, actor, { subject, body, priority, requester, channel: 'phone' })
}
