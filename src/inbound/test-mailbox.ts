import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { db, type Tx } from '#src/lib/db/client.ts'
import { mailboxes } from '#src/lib/db/tables/mailboxes.ts'
import { env } from '#src/lib/env.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Administrator } from '#src/people/policy.ts'
import type { testMailboxForm } from './forms.ts'
import { goOnFrom } from './mailboxes/look.ts'
import { faultWords, knownWords } from './mailboxes/mailbox-fault.ts'
import { openMailbox } from './mailboxes/open-mailbox.ts'
import { triesIn } from './mailboxes/tries.ts'
import { waitingIn } from './mailboxes/waiting.ts'

/** How many mails wait in a mailbox, or why it did not open, in a sentence. */
export type Found = { waiting: number } | { fault: string }

/** Somebody waits for the page. */
const longestMs = 6000

/** Opens a mailbox now and counts what waits there, takes nothing in, and gives up after six seconds. */
export async function lookInto({ mailbox }: z.output<typeof testMailboxForm>): Promise<Found> {
  const signal = AbortSignal.timeout(longestMs)
  try {
    return { waiting: await countWaiting(namedInSettings(mailbox), signal) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (signal.aborted) return { fault: tooSlow }
    if (knownWords(error) === undefined)
      logFault(newFaultReference(), error, { where: 'inbound.test-mailbox' })
    return { fault: faultWords(error) }
  }
}

/** Writes down what a test of a mailbox has found, and who asked for it. */
export async function testMailbox(
  tx: Tx,
  administrator: Administrator,
  { mailbox }: z.output<typeof testMailboxForm>,
  found: Found,
): Promise<'mailbox-opened' | 'mailbox-shut'> {
  const { name } = namedInSettings(mailbox)
  const isShut = 'fault' in found
  const test = {
    testedAt: sql`now()`,
    testedBy: administrator.userId,
    testFound: isShut ? null : found.waiting,
    fault: isShut ? found.fault : null,
    faultAt: isShut ? sql`now()` : null,
  }
  await tx
    .insert(mailboxes)
    .values({ name, ...test })
    .onConflictDoUpdate({ target: mailboxes.name, set: test })
  return isShut ? 'mailbox-shut' : 'mailbox-opened'
}

function namedInSettings(name: string): Mailbox {
  const found = env().mailboxes.find(mailbox => mailbox.name === name)
  if (found) return found
  throw new Refusal('This mailbox is not in the settings any more. Choose one of those below.')
}

async function countWaiting(mailbox: Mailbox, signal: AbortSignal): Promise<number> {
  const { name } = mailbox
  const { line, ...numbering } = await openMailbox(mailbox, signal)
  const close = () => line.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    const [[known], { due, resting }] = await Promise.all([
      db.select().from(mailboxes).where(eq(mailboxes.name, name)),
      triesIn(db, name, numbering.uidValidity),
    ])
    const there = await waitingIn(line, mailbox, goOnFrom(known, numbering))
    return new Set([...due, ...there.filter(uid => !resting.has(uid))]).size
  } finally {
    close()
  }
}

const tooSlow = 'The mail server did not answer in time.'
