import { db, type Last, type Tx, transaction } from '#src/lib/db/client.ts'
import { type Post, submissionOf } from '#src/lib/forms/post.ts'
import { claimSubmission, resultOf, settleSubmission } from '#src/lib/forms/submission.ts'
import { countTry, type Limit, takeBack } from '#src/lib/rate-limit.ts'

type Sent = { path: string }
type Work = (tx: Tx, last: Last) => Promise<void>

/**
 * Does the work of a form that nobody is signed in for, in one transaction and once: the same form sent again goes
 * to the same `path` and does nothing. It is no new try either: it is never refused for `limits`, and what was counted is
 * taken back. `prepare`, which makes what takes long before the transaction, runs for the first send alone.
 */
export async function once(
  post: Post<unknown>,
  path: string,
  limits: readonly Limit[],
  prepare: () => Promise<Work>,
): Promise<Sent> {
  const actor = `system:${post.name}`
  const token = submissionOf(post, undefined)
  const claimed = (work: Work) => async (tx: Tx, last: Last) => {
    const before = await claimSubmission(tx, actor, token, post)
    if (before !== null) return before
    await work(tx, last)
    last(settleSubmission(tx, actor, token, path))
    return path
  }
  return together(`${token.key} ${post.fingerprint}`, async () => {
    // Counted at the same time, because almost every send is the first.
    const counting = countTry(limits)
    counting.catch(() => {})
    const before = await resultOf(db, actor, token, post)
    if (before !== null) return sentBefore(before, counting, limits)
    await counting
    const work = await prepare()
    return { path: await transaction(actor, claimed(work), { repeatable: true }) }
  })
}

async function sentBefore(path: string, counting: Promise<void>, limits: readonly Limit[]): Promise<Sent> {
  const wasCounted = await counting.then(
    () => true,
    () => false,
  )
  if (wasCounted) await takeBack(limits)
  return { path }
}

const running = new Map<string, Promise<Sent>>()

// A double click: whoever sends the same form while it is being done waits for that, and gets the same answer.
function together(send: string, run: () => Promise<Sent>): Promise<Sent> {
  const same = running.get(send) ?? run().finally(() => running.delete(send))
  running.set(send, same)
  return same
}
