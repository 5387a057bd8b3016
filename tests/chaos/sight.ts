import { setTimeout as wait } from 'node:timers/promises'
import type { FormCase } from '#tests/support/every-form.ts'
import { lostOn, type Seen, see, unreadable } from './judge.ts'
import type { Breach } from './ledger.ts'
import { amissOn } from './listed.ts'
import { type Answer, late, type PlainBrowser, patienceMs } from './plain-browser.ts'
import type { Plan } from './plan.ts'
import type { ReadForm } from './read-form.ts'
import type { ReadPage } from './read-page.ts'

/** Where everything goes that is seen and should not be. */
export type Witness = {
  breach: (breach: Breach, seen: string) => void
  reference: (reference: string) => void
  isCalmFor: (ms: number) => boolean
}

/** A page that came, and where: it may be another one than was asked for. */
type OpenPage = { path: string; page: ReadPage }

const mostTries = 20
const mostMs = 300_000

/** What one person sees while they send one form: every answer is judged here, and their patience is counted. */
export class Sight {
  readonly #browser: PlainBrowser
  readonly #form: FormCase
  readonly #plan: Plan
  readonly #typed: Record<string, string>
  readonly #witness: Witness
  readonly #until = Date.now() + mostMs
  readonly #seen: string[] = []
  #tries = 0

  constructor(
    browser: PlainBrowser,
    form: FormCase,
    plan: Plan,
    typed: Record<string, string>,
    witness: Witness,
  ) {
    this.#browser = browser
    this.#form = form
    this.#plan = plan
    this.#typed = typed
    this.#witness = witness
  }

  /** What was seen, in order; what was seen again and again stands there once, with how often. */
  get story(): string {
    const told: { words: string; times: number }[] = []
    for (const words of this.#seen) {
      const last = told.at(-1)
      if (last?.words === words) last.times += 1
      else told.push({ words, times: 1 })
    }
    return told.map(({ words, times }) => (times > 1 ? `${words} (${times} times)` : words)).join(' > ')
  }

  /** Opens a page, again and again until it comes and is none of a fault; null when there is no patience left. */
  async open(path: string): Promise<OpenPage | null> {
    const seen = this.look(await this.#browser.get(path), path)
    if (seen.kind === 'page' && seen.status < 500) return { path, page: seen.page }
    if (!(await this.hasPatience())) return null
    return this.open(seen.kind === 'elsewhere' ? seen.path : path)
  }

  /** Whether they try once more; if so, a moment has passed. */
  async hasPatience(): Promise<boolean> {
    // While a part of the desk is down they wait as long as that takes.
    if (this.#witness.isCalmFor(0)) this.#tries += 1
    if (this.#tries > mostTries || Date.now() > this.#until) return false
    await wait(Math.min(3000, this.#plan.dice.spread(20, 60) * 1.4 ** this.#tries))
    return true
  }

  /** Takes an answer in, and tells of one that cannot be read. */
  look(answer: Answer, path: string): Seen {
    const wrong = unreadable(answer, path.startsWith('POST'))
    // A copy: what is cut out of a page would keep all of it in memory, and ten thousand of these stories are kept.
    this.#seen.push(Buffer.from(words(answer, path)).toString())
    if (wrong) this.#witness.breach('blank or bare page', `${wrong}: ${this.story}`)
    // A server that was killed is not quick to come back on a busy machine; one that stands has no excuse.
    if (answer.kind === 'nothing' && answer.why === late && this.#witness.isCalmFor(2 * patienceMs))
      this.#witness.breach('left waiting', this.story)
    const seen = see(answer)
    if (seen.kind === 'page') {
      const reference = /reference(?: of this fault|:)?\s*([0-9A-HJKMNP-TV-Z]{8})\b/i.exec(
        seen.page.text,
      )?.[1]
      if (reference) this.#witness.reference(reference)
    }
    return seen
  }

  /** The answer to a sheet: what was typed and chosen in it must be on it. `intent` is what its button has asked for. */
  lookAfterSending(answer: Answer, path: string, sheet: ReadForm, intent: string): Seen {
    const seen = this.look(answer, `POST ${path}`)
    if (seen.kind === 'page') this.mustHold(seen, this.formOn(seen.page), sheet, intent)
    return seen
  }

  /** Tells of everything that is not on this page and was typed or chosen in the sheet that it answers. */
  mustHold(seen: Seen & { kind: 'page' }, form: ReadForm | undefined, sheet: ReadForm, intent: string): void {
    const amiss = form ? amissOn(seen.status, form, sheet, intent) : []
    if (amiss.length > 0)
      this.#witness.breach('file lost or doubled', `${amiss.join(', ')} on the last page: ${this.story}`)
    const lost = lostOn(seen, form, this.#typed, this.#form.texts)
    if (lost.length > 0)
      this.#witness.breach('text lost', `${lost.join(', ')} not on the last page: ${this.story}`)
  }

  /** The form on a page that this is about: every page has others, such as that for signing out. */
  formOn(page: ReadPage): ReadForm | undefined {
    const names = Object.keys(this.#typed)
    const isSignOut = this.#plan.form === 'auth/sign-out'
    const has = ({ fields }: ReadForm, name: string) => fields.some(field => field.name === name)
    const mayBe = (form: ReadForm) =>
      form.isMultipart && has(form, 'k') !== isSignOut && has(form, 'password') === names.includes('password')
    return page.forms.find(form => mayBe(form) && names.every(name => has(form, name)))
  }
}

function words(answer: Answer, path: string): string {
  if (answer.kind === 'nothing') return `${path}: nothing (${answer.why})`
  if (answer.location) return `${path}: ${answer.status} to ${answer.location}`
  const said = /<div role="alert">.*?<\/div>/s
    .exec(answer.body)?.[0]
    .replace(/<[^>]*>/g, ' ')
    .trim()
  const title = /<title>([^<]*)/.exec(answer.body)?.[1]
  return `${path}: ${answer.status} "${said ?? title}"`
}
