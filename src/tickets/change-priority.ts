import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockForWork } from './find.ts'
import type { priorityForm } from './forms.ts'
import { mergeFields } from './merge-fields.ts'
import { work } from './work.ts'

/** An agent sets the priority; the clocks take the targets of the new one, from the same start. */
export async function changePriority(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof priorityForm>,
): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  await work(tx, agent, ticket, await mergeFields(tx, ticket, input))
}
