import type { Dice } from './dice.ts'
import type { Ledger } from './ledger.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How far back the demo reaches. */
const demoDays = 60

/**
 * When a ticket must have started so that it looks as wanted by now: a ledger told from any other start comes in,
 * the right start goes out. `early` puts a closed ticket so far back that its follow-up is younger.
 */
export function startOf(ledger: Ledger, options: { now: Date; dice: Dice; early: boolean }): Date {
  const { ticket } = ledger
  const now = options.now.getTime()
  const length = ticket.updatedAt.getTime() - ticket.createdAt.getTime()
  if (ticket.status !== 'closed') return new Date(now - length - sinceLastEvent(ledger, options.dice))
  const earliest = now - demoDays * day + hour
  const room = Math.max(now - length - hour - earliest, 0)
  return new Date(earliest + Math.round(room * (options.early ? 0.02 : options.dice.fraction())))
}

function sinceLastEvent({ ticket }: Ledger, dice: Dice): number {
  if (ticket.status === 'pending') return Math.round(dice.spread(30 * minute, 9 * day))
  if (ticket.status === 'solved') return dice.between(10 * minute, 3.8 * day)
  const left = ticket.dueAt === null ? hour : ticket.dueAt.getTime() - ticket.updatedAt.getTime()
  return Math.round(Math.max(waiting(left, dice), 2 * minute))
}

/** An open ticket with so much time left after its last event: some are late by now, some nearly, most are not. */
function waiting(left: number, dice: Dice): number {
  const mood = dice.fraction()
  if (mood < 0.3)
    return Math.max(left, 0) + dice.spread(4 * minute, Math.min(Math.max(left, 3 * hour), 20 * hour))
  if (left <= 0) return dice.spread(5 * minute, 3 * hour)
  if (mood < 0.5) return left - dice.spread(minute, Math.min(50 * minute, left))
  return left * (0.05 + dice.fraction() * 0.65)
}
