import { type Dice, dice } from '#src/demo/dice.ts'
import { chunkBytes } from '#src/files/postgres-store.ts'
import type { BrowserFault } from '#tests/support/browser-wire.ts'
import type { Cut } from '#tests/support/wire-pair.ts'
import { leastBytes } from './own-file.ts'
import type { Strike } from './weather.ts'

/** What goes wrong while one form is sent. */
export type Fault =
  | { kind: 'nothing' }
  | { kind: 'browser line'; fault: BrowserFault }
  | { kind: 'database line'; cut: Cut }
  | { kind: 'slow database'; ms: number }
  | { kind: 'session deleted' }
  | { kind: 'weather'; strike: Strike; afterMs: number }

/** What a person does besides sending once: click again while it is under way, or send the same from a second tab. */
type Habit = { kind: 'once' } | { kind: 'second click' | 'second tab'; afterMs: number }

/**
 * What goes along where a form takes files: how large each is, in bytes, and how it comes into the form. `isEarly`: what is
 * done before sending is done before anything goes wrong, so that the faults meet the sending.
 */
export type Luggage = {
  sizes: number[]
  way: 'at once' | 'attached first' | 'one taken out'
  isEarly: boolean
}

/** One submission: everything that chance decides about it comes from the seed of the run and its number. */
export type Plan = {
  number: number
  form: string
  faults: Fault[]
  habit: Habit
  luggage: Luggage | null
  dice: Dice
}

export function planOf(seed: string, number: number, forms: readonly string[]): Plan {
  const own = dice(`${seed} ${number}`)
  const form = own.pick(forms)
  const [one, other, both] = [faultOf(own), faultOf(own), own.chance(0.12)]
  const faults = both && one.kind !== other.kind ? [one, other] : [one]
  const habit = habitOf(own)
  return { number, form, faults, habit, luggage: own.chance(1 / 3) ? luggageOf(own) : null, dice: own }
}

/** What the table calls a fault. */
export function nameOf(fault: Fault): string {
  if (fault.kind === 'browser line') return `browser line: ${lineNames[fault.fault.kind]}`
  if (fault.kind === 'database line') return `database line: ${cutNames[fault.cut.when]}`
  if (fault.kind === 'weather') return fault.strike.kind
  return fault.kind
}

const lineNames = {
  drop: 'request dropped',
  'cut-request': 'request cut in its body',
  'cut-answer': 'answer cut',
  delay: 'request late',
  duplicate: 'request doubled',
}

const cutNames = {
  before: 'cut before a statement',
  after: 'cut after a statement',
  silence: 'silent after a statement',
  killed: 'backend killed at a statement',
  refused: 'statement refused, as by a bug',
}

function habitOf(own: Dice): Habit {
  const roll = own.fraction()
  if (roll < 0.76) return { kind: 'once' }
  return { kind: roll < 0.88 ? 'second click' : 'second tab', afterMs: own.between(0, 120) }
}

function luggageOf(own: Dice): Luggage {
  const sizes = Array.from({ length: own.chance(0.4) ? 2 : 1 }, () => sizeOf(own))
  const way = own.pick(['at once', 'at once', 'attached first', 'one taken out'] as const)
  return { sizes, way, isEarly: own.chance(0.5) }
}

/** Most are small; now and then one is kept in several pieces, and two of those are more than other forms may hold. */
function sizeOf(own: Dice): number {
  if (own.chance(0.08)) return own.between(chunkBytes, 3 * chunkBytes)
  return Math.round(own.spread(leastBytes, 60_000))
}

function faultOf(own: Dice): Fault {
  const roll = own.fraction() * 100
  if (roll < 14) return { kind: 'nothing' }
  if (roll < 54) return { kind: 'browser line', fault: lineFault(own) }
  if (roll < 80) return { kind: 'database line', cut: cutOf(own) }
  if (roll < 84) return { kind: 'slow database', ms: own.between(1, 15) }
  if (roll < 90) return { kind: 'session deleted' }
  return { kind: 'weather', strike: strikeOf(own), afterMs: own.between(0, 60) }
}

function lineFault(own: Dice): BrowserFault {
  const kind = own.pick(['drop', 'cut-request', 'cut-answer', 'cut-answer', 'delay', 'duplicate'] as const)
  if (kind === 'drop') return { kind }
  // Far into the body there is only something where files are sent; elsewhere its last byte is missing.
  if (kind === 'cut-request')
    return { kind, bytes: own.chance(0.8) ? own.between(0, 1500) : Math.round(own.spread(1500, 200_000)) }
  if (kind === 'cut-answer') return { kind, bytes: own.chance(0.6) ? 0 : own.between(1, 900) }
  if (kind === 'delay') return { kind, ms: own.between(5, 400) }
  return { kind, answered: own.pick(['first', 'second'] as const) }
}

function cutOf(own: Dice): Cut {
  const when = own.pick(['before', 'after', 'silence', 'killed', 'killed', 'refused', 'refused'] as const)
  if (when === 'refused') return { at: own.pick([/^insert/i, /^update/i, /^select/i]), when }
  return { at: own.chance(0.35) ? /^commit/i : own.between(1, 16), when }
}

function strikeOf(own: Dice): Strike {
  const roll = own.fraction()
  if (roll < 0.34) return { kind: 'database away', ms: Math.round(own.spread(200, 3000)) }
  if (roll < 0.62) return { kind: 'backends terminated', times: own.between(1, 6) }
  if (roll < 0.73) return { kind: 'Postgres killed' }
  if (roll < 0.84) return { kind: 'server killed' }
  return { kind: own.pick(['PgBouncer restarted', 'worker killed'] as const) }
}
