import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { type Post, submissionOf } from '#src/lib/forms/post.ts'
import { claimSubmission, resultOf, settleSubmission } from '#src/lib/forms/submission.ts'

type Sent = { path: string }
type Work = (tx: Tx) => Promise<void>

/**
 * Does the work of a form that nobody is signed in for, in one transaction and once: the same form sent again goes
 * to the same `path` and does nothing. It is no new try either: `prepare`, which counts tries and makes what takes
 * long before the transaction, runs for the first send alone.
 */
export async function once(post: Post<unknown>, path: string, prepare: () => Promise<Work>): Promise<Sent> {
  const actor = `system:${post.name}`
  const token = submissionOf(post, undefined)
  const claimed = (work: Work) => async (tx: Tx) => {
    const before = await claimSubmission(tx, actor, token, post)
    if (before !== null) return before
    await work(tx)
    await settleSubmission(tx, actor, token, path)
    return path
  }
  return together(`${token.key} ${post.fingerprint}`, async () => {
    const before = await resultOf(db, actor, token, post)
    if (before !== null) return { path: before }
    const work = await prepare()
    return { path: await transaction(actor, claimed(work), { repeatable: true }) }
  })
}

const running = new Map<string, Promise<Sent>>()

// A double click: whoever sends the same form while it is being done waits for that, and gets the same answer.
function together(send: string, run: () => Promise<Sent>): Promise<Sent> {
  const same = running.get(send) ?? run().finally(() => running.delete(send))
  running.set(send, same)
  return same
}
