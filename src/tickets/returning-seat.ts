import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { teamInUse } from '#src/people/find.ts'
import type { Seat } from './seat.ts'

/**
 * Where a ticket sits when its requester brings it back: as before, but not in a team that was retired meanwhile, nor
 * with an agent who left the desk or that team. Otherwise it would wait where nobody looks.
 */
export async function returningSeat(tx: Tx, { team, assigneeId }: Seat): Promise<Seat> {
  const [stays, [agent]] = await Promise.all([
    team === null ? null : teamInUse(tx, team),
    assigneeId === null ? [] : tx.select().from(agents).where(eq(agents.id, assigneeId)).for('share'),
  ])
  const mayHaveIt = agent?.active && (stays === null || agent.team === stays)
  return { team: stays, assigneeId: mayHaveIt ? assigneeId : null }
}
