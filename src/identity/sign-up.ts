import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { env } from '#src/lib/env.ts'
import type { signUpForm } from './forms.ts'
import { orderConfirmMail } from './order-confirm-mail.ts'
import { orderSetPasswordMail } from './order-set-password-mail.ts'

/** What is made before the transaction, because it takes long: the password's hash, the token of the mail. */
export type NewAccount = Omit<z.output<typeof signUpForm>, 'password'> & {
  userId: string
  passwordHash: string
  confirmToken: string
}

/**
 * Makes an account, with the mail that asks to confirm its address when mail can be sent. If the address is known,
 * also of somebody who never had a password, its owner gets a mail with another way in, and nothing is changed.
 */
export async function signUp(tx: Tx, made: NewAccount): Promise<void> {
  const { userId, name, email, passwordHash } = made
  const [mine] = await tx
    .insert(user)
    .values({ id: userId, name, email })
    .onConflictDoNothing({ target: user.email })
    .returning({ userId: user.id })
  if (!mine) return tellOwner(tx, email)
  await Promise.all([
    tx.insert(account).values({
      id: crypto.randomUUID(),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: passwordHash,
    }),
    env().smtpUrl && orderConfirmMail(tx, made),
  ])
}

async function tellOwner(tx: Tx, email: string) {
  const [owner] = await tx
    .select({ userId: user.id, email: user.email })
    .from(user)
    .where(eq(user.email, email))
  if (owner) await orderSetPasswordMail(tx, owner, 'address-taken')
}
