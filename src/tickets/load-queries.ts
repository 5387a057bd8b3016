import 'server-only'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { inHand } from './hand-back.ts'
import { ofTeam } from './leave-team.ts'

/** How many open and pending tickets this agent has; none where the id is nobody's. */
export async function countInHand(reader: Reader, agentId: unknown): Promise<number> {
  const known = z.uuid().safeParse(agentId)
  return known.success ? reader.$count(tickets, inHand(known.data)) : 0
}

/** How many tickets that are not closed are in this team; none where there is no such team. */
export function countInTeam(reader: Reader, teamId = ''): Promise<number> {
  return reader.$count(tickets, ofTeam(teamId))
}
