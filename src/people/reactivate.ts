import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { lockAgent, teamInUse } from './find.ts'
import type { reactivateForm } from './forms.ts'

/**
 * An administrator lets an agent work again, in the role from before; in the team too, unless it was retired. One who
 * works already stays as they are.
 */
export async function reactivate(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof reactivateForm>,
): Promise<string> {
  const { agent } = await lockAgent(tx, actor, input.agentId)
  if (agent.active) return agent.id
  const team = agent.team && (await teamInUse(tx, agent.team))
  await tx
    .update(agents)
    .set({ active: true, deactivatedAt: null, deactivatedBy: null, team })
    .where(eq(agents.id, agent.id))
  return agent.id
}
