import { type Act, type Outcome, type Status, transition } from '#src/tickets/status.ts'
import { detailsFor } from './details.ts'
import { dice } from './dice.ts'
import type { Thread, Turn } from './thread.ts'

/** The turns of a thread as far as everybody who tells it shares them: who does what, in which order. */
export function turnsOf(thread: Thread): Turn[] {
  const somebody = { language: 'en', me: '', agentOf: () => '', openedAt: new Date(0), dice: dice('shape') }
  return thread.tell(detailsFor({ ...somebody, team: thread.team })).turns
}

/** After how many turns a telling may stop so that the ticket ends like this. What is solved closes by itself later. */
export function stopsFor(thread: Thread, ending: Status): number[] {
  return ending === 'closed'
    ? [...stopsIn(thread, 'solved'), ...stopsIn(thread, 'closed')]
    : stopsIn(thread, ending)
}

function stopsIn(thread: Thread, status: Status): number[] {
  let current: Status = 'open'
  return turnsOf(thread).flatMap((turn, index) => {
    if (index > 0) current = statusAfter(current, turn).next
    return current === status ? [index + 1] : []
  })
}

/** Where a turn leads, by the table that every desk goes by. Throws if a thread does what no desk allows. */
export function statusAfter(status: Status, turn: Turn): Extract<Outcome, { next: Status }> {
  const act = actOf(status, turn)
  const outcome: Outcome = act === null ? { next: status } : transition(status, act)
  if (outcome.refused !== undefined) throw new Error(`A demo thread may not do this: ${outcome.refused}`)
  return outcome
}

function actOf(status: Status, turn: Turn): Act | null {
  if ('customer' in turn) return 'customer-writes'
  if ('disputes' in turn) return 'customer-disputes'
  if ('confirms' in turn) return 'customer-confirms'
  if (!('agent' in turn) || turn.sets === status) return null
  const acts = { open: 'agent-opens', pending: 'agent-sets-pending', solved: 'agent-solves' } as const
  return acts[turn.sets ?? 'pending']
}
