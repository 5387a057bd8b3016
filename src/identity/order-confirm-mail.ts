import type { Tx } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { orderMail } from '#src/mail/order-mail.ts'

/**
 * Orders the mail that asks the owner of an address whether the new account is theirs. It holds nothing that was
 * typed, not even the name: anybody could have a message sent to a stranger in that way.
 * @param confirmToken as `newConfirmToken` makes it
 */
export async function orderConfirmMail(
  tx: Tx,
  { userId, email, confirmToken }: { userId: string; email: string; confirmToken: string },
): Promise<void> {
  const link = new URL(`/confirm-address?token=${confirmToken}`, env().baseUrl).href
  await orderMail(
    tx,
    { userId, email, name: '' },
    {
      kind: 'verify-address',
      dedupeKey: `verify-address:${userId}`,
      subject: 'Confirm your address',
      body: `Hello,

an account was made with this address. If it was you, confirm here, within 24 hours, that the address is yours:

${link}

If it was not you, do nothing: nobody can sign in with it.`,
    },
  )
}
