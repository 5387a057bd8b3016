import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockForWork } from './find.ts'
import type { assignForm } from './forms.ts'
import { mergeFields } from './merge-fields.ts'
import { work } from './work.ts'

/** An agent gives the ticket to somebody, or to nobody, and to a team. */
export async function assign(tx: Tx, actor: Actor, input: z.output<typeof assignForm>): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  await work(tx, agent, ticket, await mergeFields(tx, ticket, input))
}
