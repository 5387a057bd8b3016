import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import type { Ticket } from './find.ts'
import { type FieldForm, mergeFields } from './merge-fields.ts'
import { work } from './work.ts'

/** An agent changes fields of a locked ticket, and nothing else. What stands already as it is wanted is left alone. */
export async function changeFields(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  form: FieldForm,
): Promise<'changed' | 'already-so'> {
  const fields = await mergeFields(tx, ticket, form)
  if (fields === null) return 'already-so'
  await work(tx, agent, ticket, fields)
  return 'changed'
}
