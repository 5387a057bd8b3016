import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { lockForWork } from './find.ts'
import type { noteForm } from './forms.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { work } from './work.ts'

/** An agent notes something for colleagues. Changes no state, and no requester ever sees it. */
export async function addNote(tx: Tx, actor: Actor, input: z.output<typeof noteForm>): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  await refuseIfOvertaken(tx, agent, ticket, input.seen)
  await work(tx, agent, ticket, { note: input.body })
}
