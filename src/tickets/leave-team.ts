import { and, asc, eq, lt, type SQL } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { writeDown } from './write-down.ts'

/**
 * Takes every ticket that is not closed out of a team that is retired, one event each; whoever has it keeps it.
 * Solved ones go too: the customer may open them again, and then nobody would look for them in that team.
 */
export async function leaveTeam(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  const left = await tx.select().from(tickets).where(ofTeam(teamId)).orderBy(asc(tickets.id)).for('update')
  await Promise.all(
    left.map(ticket => writeDown(tx, actor, ticket, { kind: 'updated', fields: { team: null } })),
  )
}

/** The tickets of a team that are not closed. */
export function ofTeam(teamId: string): SQL | undefined {
  return and(eq(tickets.team, teamId), lt(tickets.statusRank, 3))
}
