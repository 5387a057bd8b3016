import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { type AgentRow, lockAgent, teamToJoin } from './find.ts'
import type { changeAgentForm } from './forms.ts'
import { seenOfAgent } from './seen.ts'

/** An administrator sets the role and team of an agent. Resolves to the agent as they are now. */
export async function changeAgent(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof changeAgentForm>,
): Promise<AgentRow> {
  const { agent, lastAdministrator } = await lockAgent(tx, actor, input.agentId)
  if (!agent.active) throw new Refusal('This agent is deactivated. Reactivate them first.')
  if (input.seen !== seenOfAgent(agent)) throw new Refusal(overtaken)
  if (lastAdministrator && input.role !== 'admin') throw new Refusal(needsAnAdministrator, 'role')
  const team = await teamToJoin(tx, input.team)
  await tx.update(agents).set({ role: input.role, team }).where(eq(agents.id, agent.id))
  return { ...agent, role: input.role, team }
}

const overtaken =
  'Somebody else changed this agent after you opened this page. Look at what stands on it now, then save again if you still want to.'
const needsAnAdministrator =
  'This is the last administrator, and a desk needs one. Make somebody else an administrator first.'
