import { writeFileSync } from 'node:fs'
import { BrowserWire } from '#tests/support/browser-wire.ts'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { countAll, countOne, lookAfterDesk, lookAtLog, lookAtMails } from './aftermath.ts'
import { lookAtFiles } from './arrived.ts'
import { type Desk, openDesk } from './desk.ts'
import { Ledger } from './ledger.ts'
import { persistently } from './persistently.ts'
import { planOf } from './plan.ts'
import { inWords, table, wordsByRow } from './report.ts'
import { type Submission, submit } from './submission.ts'
import { type Lane, Trouble } from './trouble.ts'
import { Turns } from './turns.ts'
import { Weather } from './weather.ts'
import { wishOf } from './wish.ts'

/** What these count is true until the next of them, so they come one after another. */
const countedAtOnce = [
  'auth/sign-out',
  'inbound/test-mailbox',
  'mail/send-test',
  'people/choose-news',
  'people/tell-needs',
  'sla/make-default',
  'tickets/take-next',
]

// Every restart of a part leaves a listener that would end it with us.
process.setMaxListeners(0)
// Node would end at once, without ending what we have started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

const wish = wishOf(process.argv.slice(2))
const say = (words: string) => process.stdout.write(`${words}\n`)
say(`The chaos run has the seed ${wish.seed}.`)
const folder = await makeRunFolder()
const desk = await openDesk(folder, process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '')
const isKept = await run(desk).finally(async () => {
  await desk.close()
  removeRunFolder(folder)
})
process.exit(isKept ? 0 : 1)

async function run(desk: Desk): Promise<boolean> {
  const { everyForm } = await import('#tests/support/every-form.ts')
  const begun = Date.now()
  const ledger = new Ledger(violation => say(inWords(violation)))
  const weather = new Weather(desk)
  const trouble = new Trouble(desk, weather, ledger)
  const turns = new Turns()
  const names = Object.keys(everyForm).sort()
  const submissions: Submission[] = []
  let next = wish.only ?? 1
  const last = wish.only ?? wish.submissions

  await Promise.all(Array.from({ length: wish.lanes }, (_, number) => work(number % desk.servers.length)))
  await weather.calm()
  trouble.close()
  await countAll(submissions, ledger)
  const files = await lookAtFiles(submissions, ledger)
  await lookAfterDesk(desk, ledger)
  lookAtLog(desk.log(), ledger)
  const doubled = await lookAtMails(desk.mails, process.env.DATABASE_URL ?? '', ledger)
  const seconds = Math.round((Date.now() - begun) / 1000)
  const { seed } = wish
  say(table(ledger, { seed, seconds, mails: desk.mails.length, doubled, files }))
  if (wish.report) writeFileSync(wish.report, JSON.stringify(wordsByRow(ledger)))
  return ledger.violations.length === 0

  async function work(server: number): Promise<void> {
    const wire = await BrowserWire.before(desk.servers[server]?.address ?? '')
    while (next <= last && Date.now() - begun < wish.minutes * 60_000) await one({ wire, server }, next++)
    await wire.close()
  }

  async function one(lane: Lane, number: number): Promise<void> {
    const plan = planOf(wish.seed, number, names)
    const form = everyForm[plan.form]
    if (!form) throw new Error(`There is no form ${plan.form}`)
    const isMomentary = countedAtOnce.includes(plan.form)
    const whole = async () => {
      const submission = await submit(plan, form, lane, { trouble, weather, ledger, persistently })
      ledger.ended(plan.form, submission.end)
      if (submission.end === 'gave up') ledger.breach('given up', plan, submission.story)
      if ((await countOne(submission, ledger)) && !isMomentary) submissions.push(submission)
    }
    // What is held is shown on the next page of that form that its person opens, wherever that is.
    const isHeld = plan.faults.some(({ kind }) => kind === 'session deleted')
    await turns.take(plan.form, isMomentary || isHeld, whole)
    if (weather.failure) throw weather.failure
    if (number % 100 === 0) say(`${number} submissions, ${ledger.violations.length} violations`)
  }
}
