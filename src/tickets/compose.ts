import type { z } from 'zod'
import { keptFiles } from '#src/files/attach-kept.ts'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { alreadySaid, type Said } from './already-said.ts'
import { lockForWork, type Ticket } from './find.ts'
import type { composeForm } from './forms.ts'
import { ledTo } from './led-to.ts'
import { mergeFields } from './merge-fields.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { take } from './take.ts'
import { takeNext } from './take-next.ts'
import { work } from './work.ts'
import { workBeside } from './work-beside.ts'
import type { Words } from './write-down.ts'

type Composed = z.output<typeof composeForm>
type Done = 'reply-sent' | 'note-added' | 'already-sent' | 'already-sent-changed' | 'changed' | 'taken'

/**
 * One submit of the composer. Resolves to what was done and to the ticket to show next.
 */
export async function compose(
  tx: Tx,
  actor: Actor,
  input: Composed,
): Promise<{ done: Done; reference: string }> {
  const body = input.body?.trim() ? input.body : undefined
  const [[agent, ticket], said, files] = await Promise.all([
    lockForWork(tx, actor, input.reference),
    body === undefined
      ? undefined
      : alreadySaid(tx, actor, { ...input, body, isInternal: input.kind === 'note' }),
    keptFiles(tx, actor, input.files),
  ])
  const here = { reference: ticket.reference }
  if (input.intent === 'take') {
    await take(tx, agent, ticket)
    return { ...here, done: 'taken' }
  }
  if (body === undefined && files.length > 0)
    throw new Refusal('Write a few words to go with the files, or remove them.', 'body')
  const done = await send(tx, agent, ticket, input, body === undefined ? undefined : { body, files }, said)
  if (input.intent !== 'send-next') return { ...here, done }
  return { done, reference: (await next(tx, agent, ticket, input, said)) ?? ticket.reference }
}

async function send(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  input: Composed,
  message: Words | undefined,
  said: Said | undefined,
): Promise<Done> {
  if (said) return workBeside(tx, agent, ticket, input, said)
  if (message) await refuseIfOvertaken(tx, agent, ticket, input.seen)
  const fields = await mergeFields(tx, ticket, input)
  // The status that the ticket has may be chosen on purpose: then a reply does not set it to pending.
  const status = input.status === ticket.status ? input.status : fields?.status
  await work(tx, agent, ticket, {
    ...fields,
    status,
    [input.kind]: message?.body,
    files: message?.files,
    language: input.language,
  })
  if (!message) return 'changed'
  return input.kind === 'reply' ? 'reply-sent' : 'note-added'
}

// What was sent a moment ago with this button has taken a ticket then, and takes no other now.
async function next(tx: Tx, agent: Agent, ticket: Ticket, { queue }: Composed, said: Said | undefined) {
  const before = said && (await ledTo(tx, agent, said))
  if (before !== undefined && before !== ticket.reference) return before
  return takeNext(tx, agent, queue ?? 'unassigned', ticket)
}
