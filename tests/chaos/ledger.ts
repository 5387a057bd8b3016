import type { Fault, Plan } from './plan.ts'
import { nameOf } from './plan.ts'

/** The rows of the table that must be zero. */
const breaches = [
  'not exactly once',
  'text lost',
  'file lost or doubled',
  'blank or bare page',
  'mail doubled under another name',
  'left waiting',
  'given up',
  'said no without a reason',
  'left behind in the database',
  'server gone',
  'reference not once in the log',
] as const
export type Breach = (typeof breaches)[number]

/** A promise that was not kept, with what one needs to see it again. */
export type Violation = { breach: Breach; number: number | null; form: string; faults: string; seen: string }

/** Counts what was done to the desk and what came of it. */
export class Ledger {
  readonly faults = new Map<string, number>()
  readonly forms = new Map<string, number>()
  readonly ends = new Map<string, number>()
  readonly violations: Violation[] = []
  /** Every reference of a fault that somebody was shown. */
  readonly references = new Set<string>()

  readonly #tell: (violation: Violation) => void

  /** `tell` hears of each violation as it is seen, so that a run which is ended early loses none. */
  constructor(tell: (violation: Violation) => void = () => undefined) {
    this.#tell = tell
  }

  /** The rows that must be empty, with what stands in them. */
  rows(): [Breach, Violation[]][] {
    return breaches.map(name => [name, this.violations.filter(({ breach }) => breach === name)])
  }

  happened(fault: Fault): void {
    raise(this.faults, nameOf(fault))
  }

  ended(form: string, end: string): void {
    raise(this.forms, form)
    raise(this.ends, end)
  }

  breach(breach: Breach, plan: Plan | null, seen: string): void {
    const { number = null, form = '', faults = [], habit, luggage } = plan ?? {}
    const told = [...faults, habit, luggage].filter(Boolean).map(inWords)
    const violation = { breach, number, form, faults: told.join(' '), seen }
    this.violations.push(violation)
    this.#tell(violation)
  }
}

// A cut names its statement by a pattern, which JSON would leave out.
function inWords(part: unknown) {
  return JSON.stringify(part, (_key, value) => (value instanceof RegExp ? String(value) : value))
}

function raise(counts: Map<string, number>, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
