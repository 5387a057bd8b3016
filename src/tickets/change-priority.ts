import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { changeFields } from './change-fields.ts'
import { lockForWork } from './find.ts'
import type { priorityForm } from './forms.ts'

/** An agent sets the priority; the clocks take the targets of the new one, from the same start. */
export async function changePriority(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof priorityForm>,
): ReturnType<typeof changeFields> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  return changeFields(tx, agent, ticket, input)
}
