import 'server-only'
import { createEmailVerificationToken, isAPIError } from 'better-auth/api'
import { auth } from '#src/lib/auth.ts'
import { Refusal } from '#src/lib/refusal.ts'

const day = 24 * 60 * 60

/** The token that the owner of a new account's address brings back: signed, for this account alone, for a day. */
export async function newConfirmToken({ userId, email }: { userId: string; email: string }): Promise<string> {
  const { secret } = await auth().$context
  return createEmailVerificationToken(secret, email, undefined, day, { userId })
}

/** Notes that an address is its account's own. Refuses a token that is not ours, too old, or of another account. */
export async function confirmAddress(token: string): Promise<void> {
  try {
    await auth().api.verifyEmail({ query: { token } })
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    throw new Refusal(
      'This link is older than 24 hours, or it is not whole. Ask for a new password: that confirms the address too.',
    )
  }
}
