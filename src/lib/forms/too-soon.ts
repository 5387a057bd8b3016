import { env } from '#src/lib/env.ts'
import type { Post } from './post.ts'
import { type Outcome, reportOf } from './report.ts'
import type { FormToken } from './token.ts'

/**
 * The answer to a form that was sent sooner after its page was made than anybody can write; null for others. Its page
 * counts as made when it was, so sending it again is enough.
 */
export function tooSoon(post: Post<unknown>, { issuedAt }: FormToken): Outcome | null {
  if (Date.now() - issuedAt >= env().publicFormMs) return null
  const formErrors = [
    'This came so fast that it looks as if a program had written it. Nothing was sent, and your text is still here. Send it again.',
  ]
  return { report: { ...reportOf(post.data, { formErrors }), token: post.sealed } }
}
