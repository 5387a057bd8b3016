import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockAsRequester } from './find.ts'
import type { reportNotFixedForm } from './forms.ts'
import { followUp } from './open-ticket.ts'
import { returningSeat } from './returning-seat.ts'
import { transition } from './status.ts'
import { writeDown } from './write-down.ts'

/** The requester says what is still wrong. Resolves to the reference of the ticket that goes on with it. */
export async function reportNotFixed(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof reportNotFixedForm>,
): Promise<string> {
  const ticket = await lockAsRequester(tx, actor, input.reference)
  const outcome = transition(ticket.status, 'customer-disputes')
  if (outcome.refused !== undefined && outcome.followUp) return followUp(tx, actor, ticket, input.body)
  if (outcome.refused !== undefined) throw new Refusal(outcome.refused)
  const message = { body: input.body, isInternal: false }
  await writeDown(tx, actor, ticket, {
    kind: 'disputed',
    message,
    fields: { status: outcome.next, ...(outcome.reopened && (await returningSeat(tx, ticket))) },
    reopened: outcome.reopened,
  })
  return ticket.reference
}
