import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { type AgentRow, lockAgent, notInTheList, teamInUse } from './find.ts'
import type { changeAgentForm } from './forms.ts'
import { roleWords } from './roles.ts'

/**
 * An administrator sets the role and team of an agent. Resolves to the agent as they are now, and to whether anything
 * changed. What another administrator set differently after the page was made is refused and named.
 */
export async function changeAgent(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof changeAgentForm>,
): Promise<{ agent: AgentRow; changed: boolean }> {
  const [{ agent, lastAdministrator }, teamNow] = await Promise.all([
    lockAgent(tx, actor, input.agentId),
    input.team === '' ? null : teamInUse(tx, input.team),
  ])
  if (!agent.active) throw new Refusal('This agent is deactivated. Reactivate them first.')
  const { asked, overtaken, hidden } = mergeForm<Fields>({ role: agent.role, team: agent.team ?? '' }, input)
  if (overtaken.length > 0) {
    const words = await Promise.all(overtaken.map(field => overtakenWords[field](tx, agent)))
    throw new Refusal(words.join(' '), overtaken[0], { hidden })
  }
  if (asked.length === 0) return { agent, changed: false }
  const role = asked.includes('role') ? input.role : agent.role
  if (lastAdministrator && role !== 'admin') throw new Refusal(needsAnAdministrator, 'role')
  const team = asked.includes('team') ? teamNow : agent.team
  if (asked.includes('team') && input.team !== '' && teamNow === null) throw notInTheList()
  await tx.update(agents).set({ role, team }).where(eq(agents.id, agent.id))
  return { agent: { ...agent, role, team }, changed: true }
}

type Fields = 'role' | 'team'

const overtakenWords: Record<Fields, (tx: Tx, agent: AgentRow) => Promise<string>> = {
  role: async (_tx, agent) =>
    `Somebody else set the role to “${roleWords[agent.role].name}” after you opened this page. Choose again.`,
  team: async (tx, agent) => {
    const [team] = agent.team ? await tx.select().from(teams).where(eq(teams.id, agent.team)) : []
    return team
      ? `Somebody else put this agent into the team “${team.name}” after you opened this page. Choose again.`
      : 'Somebody else took this agent out of their team after you opened this page. Choose again.'
  },
}

const needsAnAdministrator =
  'This is the last administrator, and a desk needs one. Make somebody else an administrator first.'
