import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { user, verification } from '#src/lib/db/tables/identity.ts'
import { mailOrders } from '#src/lib/db/tables/system.ts'
import type { forgotPasswordForm } from './forms.ts'
import { orderSetPasswordMail, verificationOf } from './order-set-password-mail.ts'
import { newResetToken } from './reset-token.ts'

/** Orders the mail with which the owner of this address sets a new password. For an unknown one nothing is sent. */
export async function forgotPassword(tx: Tx, { email }: z.output<typeof forgotPasswordForm>): Promise<void> {
  const [person] = await tx
    .select({ userId: user.id, email: user.email })
    .from(user)
    .where(eq(user.email, email))
  if (person) await orderSetPasswordMail(tx, person, 'reset-password')
  else await takeAsLong(tx)
}

// As many statements and one commit, so that the time is nearly the same for every address; the action evens out
// the rest. It makes a token that nobody holds and that leads to nobody, and looks into the outbox once.
async function takeAsLong(tx: Tx) {
  const token = newResetToken()
  await Promise.all([
    tx.insert(verification).values(verificationOf(token, '', 1)),
    tx.select({ id: mailOrders.id }).from(mailOrders).where(eq(mailOrders.dedupeKey, token)),
  ])
}
