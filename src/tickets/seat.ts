import { eq } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Ticket } from './find.ts'
import type { Work } from './work.ts'

export type Seat = Pick<Ticket, 'assigneeId' | 'team'>

/**
 * Where a ticket sits after this work: its team and its assignee. A new team drops an assignee who is not in it; a
 * chosen assignee must be an active agent of the team. A ticket that is solved by nobody is solved by `solver`.
 */
export async function seatOf(tx: Tx, ticket: Ticket, wanted: Work, solver: Agent | null): Promise<Seat> {
  const team = wanted.team === undefined ? ticket.team : wanted.team
  const assigneeId = wanted.assigneeId === undefined ? ticket.assigneeId : wanted.assigneeId
  const chosen = wanted.assigneeId !== undefined && wanted.assigneeId !== ticket.assigneeId
  const moved = team !== ticket.team
  const [, [assignee]] = await Promise.all([
    team && moved ? refuseRetiredTeam(tx, team) : undefined,
    assigneeId && (chosen || moved)
      ? tx.select().from(agents).where(eq(agents.id, assigneeId)).for('share')
      : [],
  ])
  if (!assigneeId) return { team, assigneeId: solver?.agentId ?? null }
  if (!chosen && !moved) return { team, assigneeId }
  if (chosen && !assignee?.active) throw new Refusal('Choose an assignee who works here.', 'assignee')
  if (!team || assignee?.team === team) return { team, assigneeId }
  if (chosen) throw new Refusal('Choose an assignee who is in the team, or change the team.', 'assignee')
  return { team, assigneeId: solver?.agentId ?? null }
}

async function refuseRetiredTeam(tx: Tx, id: string) {
  const [team] = await tx.select().from(teams).where(eq(teams.id, id)).for('share')
  if (!team || team.retiredAt) throw new Refusal('Choose a team from the list.', 'team')
}
