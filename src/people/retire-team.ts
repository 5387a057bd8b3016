import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockTeam, refuseRetired } from './find.ts'
import type { retireTeamForm } from './forms.ts'

/**
 * An administrator retires a team that no active agent is in: it is offered nowhere any more. Its tickets are taken
 * out of it by `src/tickets/leave-team.ts`, in the same transaction. Who has done it already is led to the same end.
 */
export async function retireTeam(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof retireTeamForm>,
): Promise<void> {
  // The members are asked for behind the lock, in the same flight.
  const inIt = and(eq(agents.team, input.teamId), eq(agents.active, true))
  const [team, members] = await Promise.all([
    lockTeam(tx, actor, input.teamId),
    tx.select({ id: agents.id }).from(agents).where(inIt).limit(1).execute(),
  ])
  if (team.retiredAt && team.retiredBy === actor.userId) return
  await refuseRetired(tx, team)
  if (members.length > 0) throw new Refusal(stillHasAgents)
  await tx.update(teams).set({ retiredAt: new Date(), retiredBy: actor.userId }).where(eq(teams.id, team.id))
}

const stillHasAgents = 'Agents are still in this team. Move them to another team first, or deactivate them.'
