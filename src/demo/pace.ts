import type { Dice } from './dice.ts'
import type { Telling } from './plan.ts'
import { turnsOf } from './shape.ts'
import type { Turn } from './thread.ts'

const minute = 60_000
const hour = 60

/** The minutes within which a priority wants its replies, to draw waiting times by. */
const paceOf = { urgent: 30, high: 120, normal: 480, low: 1440 } as const

/** How long before each turn of a telling nothing happened, in milliseconds. The first is 0. */
export function gapsOf(telling: Telling, dice: Dice): number[] {
  let pace: number = paceOf[telling.thread.priority]
  return turnsOf(telling.thread)
    .slice(0, telling.until)
    .map((turn, index, turns) => {
      if ('priority' in turn) pace = paceOf[turn.priority]
      const before = turns[index - 1]
      if (before === undefined) return 0
      const minutes = turn.after ?? waitBefore(turn, before, pace, dice)
      return Math.round(minutes * minute) + dice.between(0, 59_999)
    })
}

function waitBefore(turn: Turn, before: Turn, pace: number, dice: Dice): number {
  if ('agent' in turn)
    return dice.chance(0.88) ? dice.spread(pace / 20, pace * 0.9) : dice.spread(pace, pace * 2)
  if ('note' in turn || 'moveTo' in turn || 'priority' in turn) return dice.spread(2, Math.min(pace / 3, 90))
  if ('confirms' in turn) return dice.spread(10, 48 * hour)
  if ('disputes' in turn) return dice.spread(hour, 60 * hour)
  const patience = Math.min(36 * hour, pace * 12)
  return 'agent' in before ? dice.spread(8, patience) : dice.spread(5, 5 * hour)
}
