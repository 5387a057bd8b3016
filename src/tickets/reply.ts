import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockForWork, lockTicket, type Ticket } from './find.ts'
import type { replyForm } from './forms.ts'
import { followUp } from './open-ticket.ts'
import { mayAnswerAsRequester } from './policy.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { returningSeat } from './returning-seat.ts'
import { transition } from './status.ts'
import { work } from './work.ts'
import { writeDown } from './write-down.ts'

type Answered = { reference: string; as: 'requester' | 'agent' }

/**
 * Answers in public, as the requester or as an agent. Resolves to the reference of the ticket that holds the
 * answer: a new one when a requester writes to a closed ticket, which stays untouched.
 */
export async function reply(tx: Tx, actor: Actor, input: z.output<typeof replyForm>): Promise<Answered> {
  const asked = await lockTicket(tx, actor, input.reference)
  if (mayAnswerAsRequester(actor, asked))
    return { reference: await writeAsRequester(tx, actor, asked, input.body), as: 'requester' }
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  await refuseIfOvertaken(tx, agent, ticket, input.seen)
  await work(tx, agent, ticket, { reply: input.body, status: input.status })
  return { reference: ticket.reference, as: 'agent' }
}

async function writeAsRequester(tx: Tx, actor: Actor, ticket: Ticket, body: string): Promise<string> {
  const outcome = transition(ticket.status, 'customer-writes')
  if (outcome.refused !== undefined) return followUp(tx, actor, ticket, body)
  const message = { body, isInternal: false }
  await writeDown(tx, actor, ticket, {
    kind: 'wrote',
    message,
    fields: { status: outcome.next, ...(outcome.reopened && (await returningSeat(tx, ticket))) },
    reopened: outcome.reopened,
  })
  return ticket.reference
}
