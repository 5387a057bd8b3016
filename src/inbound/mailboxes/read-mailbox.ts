import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import { transaction } from '#src/lib/db/client.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { leaseMailbox, releaseMailbox } from './lease.ts'
import { listen } from './listen.ts'
import { noteFault } from './look.ts'
import { faultWords } from './mailbox-fault.ts'
import { openMailbox } from './open-mailbox.ts'
import { takeWaiting } from './take-waiting.ts'

const inOurName = 'system:read-mailbox'
const openMs = 30_000
/** Then the line is opened anew: tokens end, and a fault long ago does not make the next one count as the second. */
const longestStayMs = 20 * 60_000
const goodbyeMs = 2000

/**
 * Takes in what waits in a mailbox, unless somebody else is just doing so, and resolves to whether it was read. With `stays`
 * it goes on listening for a while, until `stopping` is aborted; a mail that is being taken in then comes to its end. Throws
 * where the mailbox cannot be read, after it has written down why.
 */
export async function readMailbox(
  mailbox: Mailbox,
  stopping: AbortSignal,
  { stays }: { stays: boolean },
): Promise<boolean> {
  const { name } = mailbox
  const holder = randomUUID()
  if (!(await transaction(inOurName, tx => leaseMailbox(tx, name, holder)))) return false
  try {
    return await readHeld(mailbox, holder, stopping, stays ? longestStayMs : 0)
  } catch (error) {
    if (stopping.aborted) return false
    await transaction(inOurName, tx => noteFault(tx, name, faultWords(error))).catch(() => {})
    throw error
  } finally {
    await transaction(inOurName, tx => releaseMailbox(tx, name, holder)).catch(() => {})
  }
}

async function readHeld(mailbox: Mailbox, holder: string, stopping: AbortSignal, stayMs: number) {
  const until = Date.now() + stayMs
  const opened = await openMailbox(mailbox, AbortSignal.any([stopping, AbortSignal.timeout(openMs)]))
  const { line } = opened
  const listening = listen(line, stopping)
  try {
    let any = false
    while (!stopping.aborted) {
      listening.begin()
      const taken = await takeWaiting(mailbox, opened, { holder, stopping })
      any ||= taken.any
      if (!taken.isOurs || Date.now() >= until) break
      await listening.more()
      // It was read before the line broke, so this is no fault of the mailbox; the next look opens another.
      if (!line.usable) break
    }
    return any
  } finally {
    await leave(line)
  }
}

async function leave(line: ImapFlow): Promise<void> {
  if (line.usable) await Promise.race([line.logout().catch(() => {}), wait(goodbyeMs)])
  line.close()
}
