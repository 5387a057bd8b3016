import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import type { Ticket } from './find.ts'
import type { Seat } from './seat.ts'

/**
 * Where a ticket sits when its requester brings it back: as before, but not in a team that was retired meanwhile, nor
 * with an agent who left the desk or that team. Otherwise it would wait where nobody looks.
 */
export async function returningSeat(tx: Tx, { team, assigneeId }: Seat): Promise<Seat> {
  const stays = team === null ? null : await teamInUse(tx, team)
  if (assigneeId === null) return { team: stays, assigneeId }
  const [agent] = await tx.select().from(agents).where(eq(agents.id, assigneeId)).for('share')
  const mayHaveIt = agent?.active && (stays === null || agent.team === stays)
  return { team: stays, assigneeId: mayHaveIt ? assigneeId : null }
}

async function teamInUse(tx: Tx, id: string): Promise<Ticket['team']> {
  const inUse = and(eq(teams.id, id), isNull(teams.retiredAt))
  const [team] = await tx.select({ id: teams.id }).from(teams).where(inUse).for('share')
  return team?.id ?? null
}
