import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockAsRequester } from './find.ts'
import type { confirmFixedForm } from './forms.ts'
import { transition } from './status.ts'
import { writeDown } from './write-down.ts'

/** The requester says that it is fixed: the ticket is solved, or closed when an agent had solved it. */
export async function confirmFixed(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof confirmFixedForm>,
): Promise<void> {
  const ticket = await lockAsRequester(tx, actor, input.reference)
  const outcome = transition(ticket.status, 'customer-confirms')
  if (outcome.refused !== undefined) throw new Refusal(outcome.refused)
  await writeDown(tx, actor, ticket, { kind: 'confirmed', fields: { status: outcome.next } })
}
