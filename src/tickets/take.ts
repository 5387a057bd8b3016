import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Ticket } from './find.ts'
import { assigneeName } from './merge-fields.ts'
import { work } from './work.ts'

/**
 * Takes a locked ticket that nobody has; one without a team comes into the agent's. The slower of two agents reads
 * who was faster, and taking what is one's own already does nothing.
 */
export async function take(tx: Tx, agent: Agent, ticket: Ticket): Promise<void> {
  if (ticket.assigneeId === agent.agentId) return
  const name = await assigneeName(tx, ticket)
  if (name) throw new Refusal(`This ticket is already taken by ${name}.`)
  const team = ticket.team ?? agent.team
  if (team !== null && team !== agent.team) throw new Refusal(otherTeam)
  await work(tx, agent, ticket, { assigneeId: agent.agentId, team })
}

const otherTeam =
  'This ticket is in a team that you are not in. Move it to your team first, or give it to somebody who is in it.'
