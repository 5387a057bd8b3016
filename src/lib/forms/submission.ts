import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '#src/lib/db/client.ts'
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
  const before = await resultOf(tx, actorId, token, post)
  if (before !== null) return before
  throw new Refusal(
    'You have already sent this form with other words, and that was saved. What you wrote now is still here: send it again if you want it to be added.',
  )
}

/** Where the browser went when exactly this form was sent before; null when it was not, or said something else. */
export async function resultOf(reader: Reader, actorId: string, token: FormToken, post: Post<unknown>) {
  const [first] = await reader.select().from(submissions).where(rowOf(actorId, token))
  return first?.fingerprint === post.fingerprint ? first.result : null
}

/** Stores where the browser went, so that the same form sent again goes there too: the statement, not sent yet. */
export function settleSubmission(tx: Tx, actorId: string, token: FormToken, path: string) {
  return tx.update(submissions).set({ result: path }).where(rowOf(actorId, token))
}

function rowOf(actorId: string, token: FormToken) {
  return and(eq(submissions.actorId, actorId), eq(submissions.key, token.key))
}
