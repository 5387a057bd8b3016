import { demoPassword } from '#src/demo/cast.ts'
import { eachPageIsAWish, type FormCase } from '#tests/support/every-form.ts'
import type { Chooser } from './chooser.ts'
import { isUnsure, type Seen } from './judge.ts'
import { isAboutFiles } from './listed.ts'
import type { Answer, PlainBrowser } from './plain-browser.ts'
import type { Plan } from './plan.ts'
import { type Button, filled, type ReadForm, valueIn } from './read-form.ts'
import type { Sight } from './sight.ts'

/** How it ended for its person: they saw that it was done, were told that there is nothing left to do, or gave up. */
export type End = 'saw it done' | 'was told' | 'gave up'

/** Which form somebody wants done, how, and what they put into it. */
type Errand = { form: FormCase; plan: Plan; typed: Record<string, string>; chooser: Chooser }

/**
 * Somebody before a browser without scripts who wants one form done, and what they do when the answer does not come or
 * does not please: send it again, go back and send, sign in, look again.
 */
export class Person {
  readonly #browser: PlainBrowser
  readonly #sight: Sight
  readonly #form: FormCase
  readonly #plan: Plan
  readonly #typed: Record<string, string>
  readonly #chooser: Chooser
  #refusals = 0

  constructor(browser: PlainBrowser, sight: Sight, { form, plan, typed, chooser }: Errand) {
    this.#browser = browser
    this.#sight = sight
    this.#form = form
    this.#plan = plan
    this.#typed = typed
    this.#chooser = chooser
  }

  /** Opens the page and fills in its form. Null when there is no such form on it, or no page. */
  async sheetOn(path: string): Promise<ReadForm | null> {
    const blank = await this.#comeTo(path)
    return blank && this.#chooser.fillIn(filled(blank, this.#typed))
  }

  /** Does with the files of a sheet what comes before sending it. What goes wrong there is gone on from when it is sent. */
  async prepared(path: string, sheet: ReadForm, tries = 4): Promise<ReadForm | null> {
    if (tries === 0 || !this.#chooser.buttonOn(sheet)) return sheet
    const seen = this.look(path, sheet, await this.press(path, sheet))
    const shown = seen.kind === 'page' && seen.status < 500 ? this.#sight.formOn(seen.page) : undefined
    const next = shown ? this.#chooser.fillIn(shown) : await this.sheetOn(path)
    return next && this.prepared(path, next, tries - 1)
  }

  /** Presses the button; the answer is not looked at yet. */
  press(path: string, sheet: ReadForm, leave?: AbortSignal): Promise<Answer> {
    return this.#browser.post(path, sheet, this.#buttonOn(sheet), leave)
  }

  /** Looks at the answer to a sheet. */
  look(path: string, sheet: ReadForm, answer: Answer): Seen {
    return this.#sight.lookAfterSending(answer, path, sheet, this.#intentOf(sheet))
  }

  /** Goes on from the answer to a sheet until it is done. */
  async follow(path: string, sheet: ReadForm, answer: Answer): Promise<End> {
    const seen = this.look(path, sheet, answer)
    if (seen.kind === 'elsewhere') return this.#goTo(seen.path, path, sheet)
    if (!(await this.#sight.hasPatience())) return 'gave up'
    if (seen.kind === 'nothing') return this.#afterSilence(path, sheet)
    const shown = this.#sight.formOn(seen.page)
    if (!shown)
      return seen.isLastResort || seen.status < 500 ? this.#back(path, sheet) : this.#again(path, sheet)
    const isSent = !isAboutFiles(this.#intentOf(sheet))
    if (isSent && seen.status < 500 && this.#isSettled(seen.page.text)) return 'was told'
    return this.#again(path, this.#chooser.fillIn(this.#withPassword(shown)))
  }

  #afterSilence(path: string, sheet: ReadForm): Promise<End> {
    return this.#plan.dice.chance(0.5) ? this.#again(path, sheet) : this.#back(path, sheet)
  }

  async #again(path: string, sheet: ReadForm): Promise<End> {
    return this.follow(path, sheet, await this.press(path, sheet))
  }

  /** Back: the page is asked for anew, and the same is typed or still stands there. */
  async #back(path: string, sheet: ReadForm): Promise<End> {
    if (eachPageIsAWish.includes(this.#plan.form)) return this.#again(path, sheet)
    const fresh = await this.sheetOn(path)
    if (fresh) return this.#again(path, fresh)
    return (await this.#sight.hasPatience()) ? 'was told' : 'gave up'
  }

  async #goTo(next: string, path: string, sheet: ReadForm): Promise<End> {
    const door = this.#form.by && signInFrom(next)
    if (!door) return (await this.#sight.open(next)) ? 'saw it done' : 'gave up'
    if (!(await this.#signIn(door))) return 'gave up'
    const kept = await this.#comeTo(path, sheet)
    if (kept) return this.#again(path, this.#chooser.fillIn(this.#withPassword(kept)))
    return (await this.#sight.hasPatience()) ? 'was told' : 'gave up'
  }

  /** The form on a page, after signing in when that is asked for first. `sent` is the sheet that must be kept for it. */
  async #comeTo(path: string, sent?: ReadForm): Promise<ReadForm | null> {
    const open = await this.#sight.open(path)
    if (!open) return null
    const door = this.#form.by && signInFrom(open.path)
    if (door) return (await this.#signIn(door)) ? this.#comeTo(path) : null
    if (isUnsure(open.page)) return (await this.#sight.hasPatience()) ? this.#comeTo(path, sent) : null
    const form = this.#sight.formOn(open.page)
    if (form && sent) {
      const seen = { kind: 'page', status: 200, page: open.page, isLastResort: false } as const
      this.#sight.mustHold(seen, form, sent, this.#intentOf(sent))
    }
    return form ?? null
  }

  async #signIn(path: string): Promise<boolean> {
    const open = await this.#sight.open(path)
    const blank = open?.page.forms.find(({ fields }) => fields.some(({ name }) => name === 'password'))
    if (!blank) return false
    const sheet = filled(blank, { email: this.#form.by?.email ?? '', password: demoPassword })
    const seen = this.#sight.look(await this.#browser.post(path, sheet, null), `POST ${path}`)
    if (seen.kind === 'elsewhere') return true
    return (await this.#sight.hasPatience()) && this.#signIn(path)
  }

  /** Whether they take a refusal as the end of it: it says that it is done, or it stays the same at a second try. */
  #isSettled(text: string): boolean {
    this.#refusals += 1
    return this.#refusals > 2 || /already|There is a problem.*(gone|no longer)/.test(text)
  }

  /** What is pressed on a sheet. A page that stands in has one button, and says itself what was asked for. */
  #buttonOn(sheet: ReadForm): Button | null {
    const button = this.#chooser.buttonOn(sheet) ?? this.#form.button
    const isIt = ({ name, value }: Button) => name === button?.name && value === button.value
    return sheet.buttons.find(isIt) ?? null
  }

  #intentOf(sheet: ReadForm): string {
    return valueIn(sheet, 'intent') ?? this.#buttonOn(sheet)?.value ?? ''
  }

  #withPassword(sheet: ReadForm): ReadForm {
    const { password } = this.#typed
    return password === undefined ? sheet : filled(sheet, { password })
  }
}

/** Where somebody with an account signs in who was led to this page; null for a page that does not ask for that. */
function signInFrom(path: string): string | null {
  if (path === '/ask') return '/sign-in?next=%2Ftickets%2Fnew'
  return path.startsWith('/sign-in?next=') ? path : null
}
