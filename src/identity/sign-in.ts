import 'server-only'
import { APIError } from 'better-auth/api'
import type { z } from 'zod'
import { actorOf } from '#src/lib/actor.ts'
import { auth } from '#src/lib/auth.ts'
import { db } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { safePath } from '#src/lib/safe-path.ts'
import { endSession } from './end-session.ts'
import type { signInForm } from './forms.ts'

/**
 * Makes a session for the owner of this address and ends the one that the browser came with, so that a session
 * that somebody else planted there is worth nothing. Resolves to the path to show next. Refuses in the same
 * words whether the address is unknown, the password wrong or the address not confirmed yet.
 */
export async function signInAs(input: z.output<typeof signInForm>, headers: Headers): Promise<string> {
  const { email, password, next } = input
  const before = await auth().api.getSession({ headers, query: { disableRefresh: true } })
  const { user } = await auth().api.signInEmail({ body: { email, password } }).catch(inOurWords)
  if (before) await endSession(before.session)
  const path = safePath(next)
  if (path !== '/') return path
  const actor = await actorOf(db, user)
  return actor.kind === 'agent' ? '/desk' : '/tickets'
}

const refused = ['INVALID_EMAIL', 'INVALID_EMAIL_OR_PASSWORD', 'EMAIL_NOT_VERIFIED', 'PASSWORD_TOO_LONG']

function inOurWords(error: unknown): never {
  if (!(error instanceof APIError) || !refused.includes(error.body?.code ?? '')) throw error
  throw new Refusal(
    'This address and password do not fit together, or the address is not confirmed yet. Check both and try again, or set a new password.',
  )
}
