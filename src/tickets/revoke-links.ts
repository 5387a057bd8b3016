import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { endLinks } from './end-links.ts'
import { lockForWork } from './find.ts'
import type { revokeLinksForm } from './forms.ts'

/** An agent ends every link by which somebody could read a ticket without a password. */
export async function revokeLinks(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof revokeLinksForm>,
): Promise<'links-revoked' | 'already-so'> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  return (await endLinks(tx, ticket.id, agent.userId)) > 0 ? 'links-revoked' : 'already-so'
}
