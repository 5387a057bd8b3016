import { db, transaction } from '#src/lib/db/client.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import type { Mailbox } from '#src/lib/mailbox-address.ts'
import { leaseMailbox } from './lease.ts'
import { beginLook, endLook } from './look.ts'
import { faultWords } from './mailbox-fault.ts'
import type { OpenMailbox } from './open-mailbox.ts'
import { takeOne } from './take-one.ts'
import { beginTry, type MailAt, noteTryFault, settleTry, triesIn } from './tries.ts'
import { waitingIn } from './waiting.ts'

const inOurName = 'system:read-mailbox'

type Reading = { holder: string; stopping: AbortSignal }

/**
 * Takes in all that waits in an open mailbox. A mail that cannot be taken in stops none of the others. `isOurs`: nobody else
 * has taken the mailbox over meanwhile.
 */
export async function takeWaiting(mailbox: Mailbox, opened: OpenMailbox, { holder, stopping }: Reading) {
  const { name } = mailbox
  const { line, uidValidity } = opened
  const since = await transaction(inOurName, async tx =>
    (await leaseMailbox(tx, name, holder)) ? beginLook(tx, name, opened) : null,
  )
  if (!since) return { any: false, isOurs: false }
  const { due, resting } = await triesIn(db, name, uidValidity)
  const uids = new Set([...due, ...(await waitingIn(line, mailbox, since))])
  let any = false
  for (const uid of uids) {
    if (stopping.aborted) return { any, isOurs: true }
    if (resting.has(uid)) continue
    const at = { mailbox: name, uidValidity, uid }
    if (!(await begin(at, holder))) return { any, isOurs: false }
    await tryOne(mailbox, opened, at)
    any = true
  }
  await transaction(inOurName, tx => endLook(tx, name, opened))
  return { any, isOurs: true }
}

function begin(at: MailAt, holder: string): Promise<boolean> {
  return transaction(inOurName, async tx => {
    const isOurs = await leaseMailbox(tx, at.mailbox, holder)
    if (isOurs) await beginTry(tx, at)
    return isOurs
  })
}

// While the database is away nothing can be written down, so that ends the look and does not count against the mail.
async function tryOne(mailbox: Mailbox, { line }: OpenMailbox, at: MailAt): Promise<void> {
  try {
    const outcome = await takeOne(line, mailbox, at.uid)
    await transaction(inOurName, tx =>
      outcome === 'done' ? settleTry(tx, at) : noteTryFault(tx, at, tooLarge, true),
    )
  } catch (error) {
    logFault(newFaultReference(), error, { where: inOurName, uid: at.uid })
    await transaction(inOurName, tx => noteTryFault(tx, at, faultWords(error)))
    if (!line.usable) throw error
  }
}

const tooLarge = 'It is larger than 40 MB, so it was left in the mailbox.'
