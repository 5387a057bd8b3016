import type { Fault, Plan } from './plan.ts'
import { nameOf } from './plan.ts'

/** The rows of the table that must be zero. */
const breaches = [
  'not exactly once',
  'text lost',
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

  /** The rows that must be zero, as they are. */
  rows(): Record<Breach, number> {
    const counted = breaches.map(name => [
      name,
      this.violations.filter(({ breach }) => breach === name).length,
    ])
    return Object.fromEntries(counted)
  }

  happened(fault: Fault): void {
    raise(this.faults, nameOf(fault))
  }

  ended(form: string, end: string): void {
    raise(this.forms, form)
    raise(this.ends, end)
  }

  breach(breach: Breach, plan: Plan | null, seen: string): void {
    const { number = null, form = '', faults = [], habit } = plan ?? {}
    const told = [...faults, habit].filter(Boolean).map(inWords)
    this.violations.push({ breach, number, form, faults: told.join(' '), seen })
  }
}

// A cut names its statement by a pattern, which JSON would leave out.
function inWords(part: unknown) {
  return JSON.stringify(part, (_key, value) => (value instanceof RegExp ? String(value) : value))
}

function raise(counts: Map<string, number>, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
