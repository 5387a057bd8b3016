import 'server-only'
import type { Reader } from '#src/lib/db/client.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { inHand } from './hand-back.ts'
import { ofTeam } from './leave-team.ts'

/** How many open and pending tickets this agent has. */
export function countInHand(reader: Reader, agentId: string): Promise<number> {
  return reader.$count(tickets, inHand(agentId))
}

/** How many tickets that are not closed are in this team. */
export function countInTeam(reader: Reader, teamId: string): Promise<number> {
  return reader.$count(tickets, ofTeam(teamId))
}
