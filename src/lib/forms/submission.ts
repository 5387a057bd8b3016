import { and, eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { Post } from './post.ts'
import type { FormToken } from './token.ts'

/**
 * Takes the submission key, as the first statement of the transaction. Resolves to the path of the first time when
 * this was done before, and to null when it is ours to do. A second send waits here until the first has ended.
 */
export async function claimSubmission(tx: Tx, actorId: string, token: FormToken, post: Post<unknown>) {
  const [mine] = await tx
    .insert(submissions)
    .values({ actorId, key: token.key, action: post.name, fingerprint: post.fingerprint })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (mine) return null
  const [first] = await tx.select().from(submissions).where(rowOf(actorId, token))
  if (first?.fingerprint === post.fingerprint && first.result !== null) return first.result
  throw new Refusal(
    'You have already sent this form with other words, and that was saved. What you wrote now is still here: send it again if you want it to be added.',
  )
}

/** Stores where the browser went, so that the same form sent again goes there too. */
export async function settleSubmission(tx: Tx, actorId: string, token: FormToken, path: string) {
  await tx.update(submissions).set({ result: path }).where(rowOf(actorId, token))
}

function rowOf(actorId: string, token: FormToken) {
  return and(eq(submissions.actorId, actorId), eq(submissions.key, token.key))
}
