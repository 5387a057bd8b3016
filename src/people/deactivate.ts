import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { session } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { type AgentRow, lockAgent, nameOf } from './find.ts'
import type { deactivateForm } from './forms.ts'
import { mayDeactivate } from './policy.ts'

/**
 * An administrator takes an agent off the desk; their sessions end with it. Resolves to the agent as they are now. Who
 * has done it already is led to the same end; another administrator is told who was faster.
 * What they had in hand is given back by `src/tickets/hand-back.ts`, in the same transaction.
 */
export async function deactivate(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof deactivateForm>,
): Promise<AgentRow> {
  const { agent, lastAdministrator } = await lockAgent(tx, actor, input.agentId)
  if (!mayDeactivate(actor, agent)) throw new Refusal(notYourself)
  if (!agent.active && agent.deactivatedBy === actor.userId) return agent
  if (!agent.active) throw new Refusal(alreadyDeactivated(await nameOf(tx, agent.deactivatedBy)))
  if (lastAdministrator) throw new Refusal(needsAnAdministrator)
  const change = { active: false, deactivatedAt: new Date(), deactivatedBy: actor.userId }
  await Promise.all([
    tx.update(agents).set(change).where(eq(agents.id, agent.id)),
    tx.delete(session).where(eq(session.userId, agent.userId)),
  ])
  return { ...agent, ...change }
}

function alreadyDeactivated(name: string | undefined): string {
  return name ? `${name} has already deactivated this agent.` : 'This agent is already deactivated.'
}

const notYourself = 'You cannot deactivate yourself. Ask another administrator to do it.'
const needsAnAdministrator = 'This is the last administrator, and a desk needs one.'
