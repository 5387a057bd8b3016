import type { z } from 'zod'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { lockForWork, type Ticket } from './find.ts'
import type { composeForm } from './forms.ts'
import { mergeFields } from './merge-fields.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { take } from './take.ts'
import { takeNext } from './take-next.ts'
import { work } from './work.ts'

type Composed = z.output<typeof composeForm>
type Done = 'reply-sent' | 'note-added' | 'changed' | 'draft-kept' | 'draft-discarded' | 'taken'

/**
 * One submit of the composer. Resolves to what was done and to the ticket to show next. Text that was typed is sent or
 * kept, whatever the button, but for the one that throws the draft away.
 */
export async function compose(
  tx: Tx,
  actor: Actor,
  input: Composed,
): Promise<{ done: Done; reference: string }> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  const body = input.body?.trim() ? input.body : undefined
  const here = { reference: ticket.reference }
  if (input.intent === 'take') return { ...here, done: await keepAndTake(tx, agent, ticket, input, body) }
  if (input.intent === 'draft') return { ...here, done: await keep(tx, agent, ticket, input, body) }
  if (input.intent === 'discard') return { ...here, done: await discard(tx, agent, ticket) }
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
  await dropDraft(tx, agent, ticket)
  return input.kind === 'reply' ? 'reply-sent' : 'note-added'
}

async function keep(tx: Tx, agent: Agent, ticket: Ticket, { kind }: Composed, body?: string): Promise<Done> {
  if (body === undefined) throw new Refusal('Write something to keep as a draft.', 'body')
  await keepDraft(tx, agent, ticket, { kind, body })
  return 'draft-kept'
}

async function discard(tx: Tx, agent: Agent, ticket: Ticket): Promise<Done> {
  await dropDraft(tx, agent, ticket)
  return 'draft-discarded'
}

async function keepAndTake(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  { kind }: Composed,
  body?: string,
): Promise<Done> {
  if (body !== undefined) await keepDraft(tx, agent, ticket, { kind, body })
  await take(tx, agent, ticket)
  return 'taken'
}
