import type { z } from 'zod'
import { elif, mira } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { confirmFixed } from '#src/tickets/confirm-fixed.ts'
import type { composeForm } from '#src/tickets/forms.ts'
import type { Status } from '#src/tickets/status.ts'
import { act, asked, bring, ledger } from './desk.ts'

/** A ticket of Elif, or of somebody else, that came into this status as tickets do. Resolves to its reference. */
export async function ticketIn(status: Status, by: Actor = elif): Promise<string> {
  const reference = await asked(by)
  if (status === 'pending') await bring(reference, mira, { reply: 'Which pier?' })
  if (status === 'solved' || status === 'closed') await bring(reference, mira, { status: 'solved' })
  if (status === 'closed') await act(confirmFixed, by, { reference })
  return reference
}

/** What the composer of a page that is opened now would send if nobody touched it. */
export async function composerOf(reference: string): Promise<z.output<typeof composeForm>> {
  const { ticket } = await ledger(reference)
  const assignee = ticket.assigneeId ?? ''
  const team = ticket.team ?? ''
  return {
    reference,
    seen: ticket.lastEventSeq,
    queue: undefined,
    intent: 'send',
    kind: 'reply',
    wasStatus: ticket.status,
    priority: ticket.priority,
    wasPriority: ticket.priority,
    assignee,
    wasAssignee: assignee,
    team,
    wasTeam: team,
  }
}
