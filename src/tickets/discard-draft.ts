import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { dropDraft } from './drafts.ts'
import { lockForWork } from './find.ts'
import type { discardDraftForm } from './forms.ts'

/** An agent throws the draft of a ticket away. */
export async function discardDraft(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof discardDraftForm>,
): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  await dropDraft(tx, agent, ticket)
}
