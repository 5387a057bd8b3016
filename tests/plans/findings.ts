import type { Plan } from './plan.ts'
import { faultsOf } from './rules.ts'

type Row = { what: string; statements: number; pages: number; ms: number; faults: string[] }

/** What every page and form did, and what is wrong with it. */
export class Findings {
  readonly faults: string[] = []
  readonly #rows: Row[] = []
  readonly #isForced: boolean

  constructor(isForced: boolean) {
    this.#isForced = isForced
  }

  /** Notes what one page or form did, or in words why it cannot be told. */
  add(what: string, who: string, plans: Plan[] | string): void {
    const name = `${decodeURIComponent(what)} (${who})`
    if (typeof plans === 'string') {
      this.faults.push(`${name} ${plans}`)
      return
    }
    const faults = plans.flatMap(plan =>
      faultsOf(plan, this.#isForced).map(
        fault => `${name} ${fault}, ${plan.ms} ms: ${plan.text.slice(0, 600)}`,
      ),
    )
    this.faults.push(...faults)
    const most = (of: (plan: Plan) => number) => Math.max(0, ...plans.map(of))
    const [pages, ms] = [most(plan => plan.pages), most(plan => plan.ms)]
    this.#rows.push({ what: name, statements: plans.length, pages, ms, faults })
  }

  expectNone(words: string, found: string[]): void {
    this.faults.push(...found.map(one => `${words} ${one}`))
  }

  table(): string[] {
    const figure = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 1 })
    const rows = [...this.#rows].sort((one, other) => other.pages - one.pages)
    return [
      '| page or form | statements | most pages of 8 kB | slowest, ms |',
      '|---|--:|--:|--:|',
      ...rows.map(
        ({ what, statements, pages, ms, faults }) =>
          `| ${faults.length > 0 ? '! ' : ''}${what} | ${statements} | ${figure(pages)} | ${figure(ms)} |`,
      ),
      '',
      ...new Set(this.faults),
      this.faults.length > 0 ? `${this.faults.length} faults.` : 'Every plan is as it should be.',
    ]
  }

  /** The faults of each page and form, and those of neither, for `npm test`. */
  report(): Record<string, string[]> {
    const rows = this.#rows.map(({ what, faults }) => [what, faults])
    const known = new Set(this.#rows.flatMap(({ faults }) => faults))
    return { ...Object.fromEntries(rows), others: this.faults.filter(fault => !known.has(fault)) }
  }
}
