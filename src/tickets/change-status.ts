import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockForWork } from './find.ts'
import type { statusForm } from './forms.ts'
import { mergeFields } from './merge-fields.ts'
import { work } from './work.ts'

/** An agent sets the status, unless somebody else has set it since the page was shown. */
export async function changeStatus(tx: Tx, actor: Actor, input: z.output<typeof statusForm>): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  await work(tx, agent, ticket, await mergeFields(tx, ticket, input))
}
