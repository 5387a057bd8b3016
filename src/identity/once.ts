import { type Tx, transaction } from '#src/lib/db/client.ts'
import { type Post, submissionOf } from '#src/lib/forms/post.ts'
import { claimSubmission, settleSubmission } from '#src/lib/forms/submission.ts'

/**
 * Does the work of a form that nobody is signed in for, in one transaction and once: the same form sent again goes
 * to the same `path` and does nothing.
 */
export async function once(
  post: Post<unknown>,
  path: string,
  work: (tx: Tx) => Promise<void>,
): Promise<{ path: string }> {
  const actor = `system:${post.name}`
  const token = submissionOf(post, undefined)
  const claimed = async (tx: Tx) => {
    const before = await claimSubmission(tx, actor, token, post)
    if (before !== null) return before
    await work(tx)
    await settleSubmission(tx, actor, token, path)
    return path
  }
  return { path: await transaction(actor, claimed, { repeatable: true }) }
}
