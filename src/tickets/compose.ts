import type { z } from 'zod'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockForWork, type Ticket } from './find.ts'
import type { composeForm } from './forms.ts'
import { mergeFields } from './merge-fields.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { take } from './take.ts'
import { takeNext } from './take-next.ts'
import { work } from './work.ts'

type Composed = z.output<typeof composeForm>
type Done = 'reply-sent' | 'note-added' | 'changed' | 'taken'

/**
 * One submit of the composer. Resolves to what was done and to the ticket to show next.
 */
export async function compose(
  tx: Tx,
  actor: Actor,
  input: Composed,
): Promise<{ done: Done; reference: string }> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  const body = input.body?.trim() ? input.body : undefined
  const here = { reference: ticket.reference }
  if (input.intent === 'take') {
    await take(tx, agent, ticket)
    return { ...here, done: 'taken' }
  }
  const done = await send(tx, agent, ticket, input, body)
  if (input.intent !== 'send-next') return { ...here, done }
  return {
    done,
    reference: (await takeNext(tx, agent, input.queue ?? 'unassigned', ticket)) ?? ticket.reference,
  }
}

async function send(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  input: Composed,
  body: string | undefined,
): Promise<Done> {
  if (body !== undefined) await refuseIfOvertaken(tx, agent, ticket, input.seen)
  const fields = await mergeFields(tx, ticket, input)
  await work(tx, agent, ticket, { ...fields, [input.kind]: body })
  if (body === undefined) return 'changed'
  return input.kind === 'reply' ? 'reply-sent' : 'note-added'
}
