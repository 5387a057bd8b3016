import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { changeFields } from './change-fields.ts'
import { lockForWork } from './find.ts'
import type { statusForm } from './forms.ts'

/** An agent sets the status, unless somebody else has set it since the page was shown. */
export async function changeStatus(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof statusForm>,
): ReturnType<typeof changeFields> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  return changeFields(tx, agent, ticket, input)
}
