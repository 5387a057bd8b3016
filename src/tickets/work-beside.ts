import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import type { Said } from './already-said.ts'
import type { Ticket } from './find.ts'
import { type FieldForm, mergeFields } from './merge-fields.ts'
import { work } from './work.ts'

/** Does what a submit asks for beside a text that was already said: the fields are changed, the text is not doubled. */
export async function workBeside(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  form: FieldForm,
  said: Said,
): Promise<'already-sent' | 'already-sent-changed'> {
  const fields = await mergeFields(tx, ticket, form, said.changes)
  if (fields === null) return 'already-sent'
  await work(tx, agent, ticket, fields)
  return 'already-sent-changed'
}
