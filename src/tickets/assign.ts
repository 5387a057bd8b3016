import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { changeFields } from './change-fields.ts'
import { lockForWork } from './find.ts'
import type { assignForm } from './forms.ts'

/** An agent gives the ticket to somebody, or to nobody, and to a team. */
export async function assign(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof assignForm>,
): ReturnType<typeof changeFields> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  return changeFields(tx, agent, ticket, input)
}
