import { setTimeout as wait } from 'node:timers/promises'
import { eachPageIsAWish, type FormCase } from '#tests/support/every-form.ts'
import { newAddress, signedInAs } from '#tests/support/visit.ts'
import { Chooser } from './chooser.ts'
import { networkHeader } from './desk.ts'
import type { Ledger } from './ledger.ts'
import type { KnownFile } from './own-file.ts'
import { type End, Person } from './person.ts'
import { PlainBrowser } from './plain-browser.ts'
import type { Plan } from './plan.ts'
import { Sight } from './sight.ts'
import type { Lane, Trouble } from './trouble.ts'
import type { Weather } from './weather.ts'

/**
 * One form that somebody wanted done: how it ended for them, and how to count how often it was done. `files` must be on the
 * message with its mark.
 */
export type Submission = {
  plan: Plan
  end: End
  story: string
  mark: string
  files: KnownFile[]
  done: () => Promise<number>
}

/**
 * Sends one form as its plan says, through its troubles, until its person is content or gives up.
 * @param persistently makes sure of what the harness does itself in the database, while that comes and goes
 */
export async function submit(
  plan: Plan,
  form: FormCase,
  lane: Lane,
  { trouble, weather, ledger, persistently }: Surroundings,
): Promise<Submission> {
  const before = await cookiesOf(form.by)
  const path = await persistently(form.page)
  // Some pages are made for somebody new, who is then the writer.
  const { by } = form
  const cookies = by === before.by ? before.cookies : (await cookiesOf(by)).cookies
  const mark = `kelp${plan.number}x${plan.dice.digits(4)}e`
  const typed = form.typed(mark)
  const browser = new PlainBrowser(lane.wire.address, cookies, { [networkHeader]: newAddress() })
  const sight = new Sight(browser, form, plan, typed, {
    breach: (breach, seen) => ledger.breach(breach, plan, seen),
    reference: reference => ledger.references.add(reference),
    isCalmFor: ms => weather.isCalmFor(ms),
  })
  const chooser = new Chooser(plan.luggage, mark, plan.dice)
  const person = new Person(browser, sight, { form, plan, typed, chooser })
  const [sessionToken] = Object.values(cookies).map(cookie => cookie.split('.')[0])
  const end = await sent()
  return {
    plan,
    end,
    story: sight.story,
    mark,
    files: chooser.wanted.map(({ name, hash }) => ({ name, hash })),
    done: () => persistently(() => form.done(mark, path)),
  }

  async function cookiesOf(by: FormCase['by']) {
    const { cookies = {} } = by ? await persistently(() => signedInAs(by)) : {}
    return { by, cookies }
  }

  async function sheetToSend() {
    const sheet = await person.sheetOn(path)
    return sheet && plan.luggage?.isEarly ? person.prepared(path, sheet) : sheet
  }

  async function sent(): Promise<End> {
    const { habit, faults } = plan
    const sheet = await sheetToSend()
    if (!sheet) return 'gave up'
    const hasTab = habit.kind === 'second tab' && !eachPageIsAWish.includes(plan.form)
    const second = hasTab ? await sheetToSend() : null
    for (const fault of faults) await trouble.begin(fault, lane, sessionToken)
    const leave = new AbortController()
    const first = person.press(path, sheet, leave.signal)
    if (habit.kind !== 'once') await wait(habit.afterMs)
    const other = second && person.press(path, second)
    if (habit.kind === 'second click') leave.abort()
    const answer = habit.kind === 'second click' ? await person.press(path, sheet) : await first
    const end = await person.follow(path, sheet, answer)
    if (second && other) person.look(path, second, await other)
    await first
    for (const fault of faults) trouble.end(fault, lane)
    return end
  }
}

export type Surroundings = {
  trouble: Trouble
  weather: Weather
  ledger: Ledger
  persistently: <T>(ask: () => Promise<T>) => Promise<T>
}
