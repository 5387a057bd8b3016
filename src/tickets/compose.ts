import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { lockForWork } from './find.ts'
import type { composeForm } from './forms.ts'
import { mergeFields } from './merge-fields.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { take } from './take.ts'
import { work } from './work.ts'

/**
 * One submit of the composer: a reply or a note or neither, and any of the fields, as one event. "Save draft" and
 * "Take it" keep the text that was typed.
 */
export async function compose(tx: Tx, actor: Actor, input: z.output<typeof composeForm>): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  const body = input.body?.trim() ? input.body : undefined
  if (input.intent === 'draft' && body === undefined)
    throw new Refusal('Write something to keep as a draft.', 'body')
  if (input.intent === 'draft' || input.intent === 'take') {
    if (body !== undefined) await keepDraft(tx, agent, ticket, { kind: input.kind, body })
    if (input.intent === 'take') await take(tx, agent, input)
    return
  }
  if (body !== undefined) await refuseIfOvertaken(tx, agent, ticket, input.seen)
  const fields = await mergeFields(tx, ticket, input)
  await work(tx, agent, ticket, { ...fields, [input.kind]: body })
  if (body !== undefined) await dropDraft(tx, agent, ticket)
}
