import type { z } from 'zod'
import { keptFiles } from '#src/files/attach-kept.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { requesterFor } from '#src/people/requester.ts'
import { alreadyOpened } from './already-opened.ts'
import type { openForCustomerForm } from './forms.ts'
import { type Opened, openAs } from './open-ticket.ts'
import { mayOpenForCustomer } from './policy.ts'

/** An agent writes down what a customer said on the phone. */
export async function openForCustomer(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof openForCustomerForm>,
): Promise<Opened> {
  if (!mayOpenForCustomer(actor)) throw new Refusal('Only agents open tickets for somebody else.')
  const [before, requester, files] = await Promise.all([
    alreadyOpened(tx, actor, input),
    requesterFor(tx, input),
    keptFiles(tx, actor, input.files),
  ])
  if (before) return { reference: before, done: 'already-sent' }
  if (requester.userId === actor.userId)
    throw new Refusal('Open a ticket of your own as a customer does, under “My tickets”.', 'email')
  const { subject, body, language, priority } = input
  const opening = {
    subject,
    body,
    files,
    language,
    priority,
    requester,
    channel: 'phone',
    acknowledge: true,
  } as const
  return { reference: await openAs(tx, actor, opening), done: 'opened' }
}
