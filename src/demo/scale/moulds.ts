import { makeDesk } from '#src/demo/desk.ts'
import type { Dice } from '#src/demo/dice.ts'
import type { Ledger } from '#src/demo/ledger.ts'
import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import type { Priority, Status } from '#src/tickets/status.ts'

/** Of a thousand tickets, so many end like this. An old desk has closed nearly all it was ever asked. */
const shares: Record<Status, number> = { open: 20, pending: 12, solved: 8, closed: 960 }

/** Tickets of which the many are cast: each told in full once, with other words, people and days. */
export type Moulds = (dice: Dice) => Ledger

/**
 * Tells some thousand tickets as the demo tells them. Returns a function that picks one of them, each ending as often
 * as on an old desk.
 */
export function mouldsOf(of: { now: Date; targets: Record<Priority, SlaTargets>; desks?: number }): Moulds {
  const { now, targets, desks = 8 } = of
  const seeds = Array.from({ length: desks }, (_, number) => `mould ${number}`)
  const told = seeds.flatMap(seed => makeDesk({ seed, now, targets })).filter(isOfItself)
  const having = (status: Status) => told.filter(({ ticket }) => ticket.status === status)
  const byEnding = {
    open: having('open'),
    pending: having('pending'),
    solved: having('solved'),
    closed: having('closed'),
  }
  return dice => dice.pick(byEnding[endingOf(dice.between(1, 1000))])
}

function endingOf(throwOfThousand: number): Status {
  if (throwOfThousand <= shares.open) return 'open'
  if (throwOfThousand <= shares.open + shares.pending) return 'pending'
  return throwOfThousand <= shares.open + shares.pending + shares.solved ? 'solved' : 'closed'
}

function isOfItself({ ticket }: Ledger): boolean {
  return ticket.followUpOfId === null
}
