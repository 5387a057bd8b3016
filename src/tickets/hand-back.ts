import { and, eq, isNotNull, lte, ne, type SQL } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import type { agents } from '#src/lib/db/tables/people.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { updateEach } from './update-each.ts'

type Holder = Pick<typeof agents.$inferSelect, 'id' | 'team' | 'active'>

/**
 * Gives the open and pending tickets that an agent can no longer have back to the team, with nobody on them and one
 * event each: all of them once the agent is deactivated, else those of teams that the agent is not in. `agent` is the
 * row as it is after that change, locked, so that nobody can give them another ticket meanwhile.
 */
export async function handBack(tx: Tx, actor: Actor, agent: Holder): Promise<void> {
  await updateEach(tx, actor, and(inHand(agent.id), outOfReach(agent)), ({ team }) => ({
    assigneeId: null,
    team: team ?? agent.team,
  }))
}

/** The tickets that this agent is working on. */
export function inHand(agentId: string): SQL | undefined {
  return and(eq(tickets.assigneeId, agentId), lte(tickets.statusRank, 1))
}

function outOfReach({ active, team }: Holder): SQL | undefined {
  if (!active) return undefined
  return and(isNotNull(tickets.team), team === null ? undefined : ne(tickets.team, team))
}
