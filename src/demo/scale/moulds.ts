import { makeDesk } from '#src/demo/desk.ts'
import type { Dice } from '#src/demo/dice.ts'
import type { Ledger } from '#src/demo/ledger.ts'
import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import type { Priority, Status } from '#src/tickets/status.ts'
import { longTellings } from './long-tellings.ts'

/** What is not closed is among the newest tickets, this share of all. */
export const youngShare = 0.08

/** Of a thousand of the newest, so many end like this: of all, one in fifty is open. */
const shares: Record<Status, number> = { open: 250, pending: 150, solved: 100, closed: 500 }

/** So often a closed ticket is one of those that went on and on. */
const longShare = 0.017

/** Tickets of which the many are cast: each told in full once, with other words, people and days. */
export type Moulds = { all: Ledger[]; pick: (dice: Dice, isYoung: boolean) => Ledger }

/**
 * Tells some thousand tickets as the demo tells them, and some that are very long. `pick` returns one of them, each
 * ending as often as on an old desk.
 */
export function mouldsOf(of: { now: Date; targets: Record<Priority, SlaTargets>; desks?: number }): Moulds {
  const { now, targets, desks = 8 } = of
  const seeds = Array.from({ length: desks }, (_, number) => `mould ${number}`)
  const told = seeds.flatMap(seed => makeDesk({ seed, now, targets })).filter(isOfItself)
  const long = makeDesk({ seed: 'long', now, targets, plan: longTellings })
  const having = (status: Status) => told.filter(({ ticket }) => ticket.status === status)
  const byEnding = {
    open: having('open'),
    pending: having('pending'),
    solved: having('solved'),
    closed: having('closed'),
  }
  const pick = (dice: Dice, isYoung: boolean) => {
    const ending = isYoung ? endingOf(dice.between(1, 1000)) : 'closed'
    return dice.pick(ending === 'closed' && dice.chance(longShare) ? long : byEnding[ending])
  }
  return { all: [...told, ...long], pick }
}

function endingOf(throwOfThousand: number): Status {
  if (throwOfThousand <= shares.open) return 'open'
  if (throwOfThousand <= shares.open + shares.pending) return 'pending'
  return throwOfThousand <= shares.open + shares.pending + shares.solved ? 'solved' : 'closed'
}

function isOfItself({ ticket }: Ledger): boolean {
  return ticket.followUpOfId === null
}
