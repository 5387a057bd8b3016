import { and, eq, lt, type SQL } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { updateEach } from './update-each.ts'

/**
 * Takes every ticket that is not closed out of a team that is retired, one event each; whoever has it keeps it.
 * Solved ones go too: the customer may open them again, and then nobody would look for them in that team.
 */
export async function leaveTeam(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  await updateEach(tx, actor, ofTeam(teamId), () => ({ team: null }))
}

/** The tickets of a team that are not closed. */
export function ofTeam(teamId: string): SQL | undefined {
  return and(eq(tickets.team, teamId), lt(tickets.statusRank, 3))
}
