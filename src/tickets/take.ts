import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockForWork } from './find.ts'
import type { takeForm } from './forms.ts'
import { assigneeName } from './merge-fields.ts'
import { work } from './work.ts'

/** An agent takes a ticket that nobody has. The slower of two reads who was faster; taking one's own does nothing. */
export async function take(tx: Tx, actor: Actor, input: z.output<typeof takeForm>): Promise<void> {
  const [agent, ticket] = await lockForWork(tx, actor, input.reference)
  if (ticket.assigneeId === agent.agentId) return
  const name = await assigneeName(tx, ticket)
  if (name) throw new Refusal(`This ticket is already taken by ${name}.`)
  const team = agent.team === ticket.team ? undefined : (ticket.team ?? agent.team)
  await work(tx, agent, ticket, { assigneeId: agent.agentId, team })
}
