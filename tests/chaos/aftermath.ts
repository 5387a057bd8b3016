import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { directClient } from '#src/lib/db/direct.ts'
import { readMail } from '#tests/support/read-mail.ts'
import type { Desk } from './desk.ts'
import type { Ledger } from './ledger.ts'
import type { Submission } from './submission.ts'

/** Counts once more, when everything is quiet, how often each thing was done; something may have come late. */
export async function countAll(submissions: Submission[], ledger: Ledger): Promise<void> {
  for (const submission of submissions) await countOne(submission, ledger)
}

/** What somebody saw done, or was told of, is done once; what they gave up, once at most. */
export async function countOne({ plan, end, story, done }: Submission, ledger: Ledger): Promise<boolean> {
  const found = await done().catch((error: Error) => error.message)
  if (found === 1 || (found === 0 && end === 'gave up')) return true
  const breach = found === 0 && end === 'was told' ? 'said no without a reason' : 'not exactly once'
  ledger.breach(breach, plan, `${found} times, and its person ${end}: ${story}`)
  return false
}

/** The servers still serve, and nothing holds a lock or a transaction in the database. */
export async function lookAfterDesk({ servers, superuserUrl }: Desk, ledger: Ledger): Promise<void> {
  for (const { address } of servers) {
    const health = await fetch(`${address}/health`).catch(() => undefined)
    const words = (await health?.text())?.trim() ?? 'nothing'
    if (words !== 'ok') ledger.breach('server gone', null, `/health says: ${words}`)
  }
  const superuser = directClient(superuserUrl)
  const left = () => superuser<{ state: string; query: string }[]>`
    select state, query from pg_stat_activity
    where usename = 'holdfast_app' and (state like 'idle in transaction%' or state = 'active')`
  // A limit of its role ends what is idle in a transaction, and a statement, after ten seconds at most.
  for (let tries = 0; tries < 24 && (await left()).length > 0; tries++) await wait(500)
  for (const { state, query } of await left())
    ledger.breach('left behind in the database', null, `${state}: ${query}`)
  await superuser.end()
}

/** Every fault that somebody was told of stands in the log once, and under no reference twice. */
export function lookAtLog(log: string, ledger: Ledger): void {
  const counts = new Map<string, number>()
  for (const [, reference = ''] of log.matchAll(/^\{.*"reference":"(\w{8})".*\}$/gm))
    counts.set(reference, (counts.get(reference) ?? 0) + 1)
  for (const reference of new Set([...ledger.references, ...counts.keys()])) {
    const count = counts.get(reference) ?? 0
    if (count !== 1)
      ledger.breach('reference not once in the log', null, `${reference} stands there ${count} times`)
  }
}

/**
 * A mail may leave twice after a crash, but always under the Message-ID of its order. That nothing is ordered twice is
 * counted with the thing itself. Resolves to how many left again.
 */
export async function lookAtMails(mails: string[], url: string, ledger: Ledger): Promise<number> {
  const owner = directClient(url)
  const orders = await owner<{ key: string }[]>`select dedupe_key as key from mail_orders`
  await owner.end()
  // Every Message-ID begins so, whether a mark of its ticket follows or more of the same.
  const ordered = new Set(
    orders.map(({ key }) => createHash('sha256').update(key).digest('hex').slice(0, 16)),
  )
  const names = mails.map(
    mail => /^<([^@]{16})/.exec(readMail(mail).headers['message-id'] ?? '')?.[1] ?? 'none',
  )
  for (const name of names)
    if (!ordered.has(name))
      ledger.breach('mail doubled under another name', null, `no order is called ${name}`)
  return names.length - new Set(names).size
}
