import 'server-only'
import { clientNetwork } from '#src/lib/client-address.ts'
import { env } from '#src/lib/env.ts'
import type { Limit } from '#src/lib/rate-limit.ts'

type Door =
  | 'choose-version'
  | 'sign-in'
  | 'sign-up'
  | 'forgot-password'
  | 'reset-password'
  | 'ask'
  | 'send-link'
  | 'renew-link'
  | 'end-link'

const mostPerAccount = { fromOneNetwork: 5, fromAnywhere: 50 }

/**
 * How often one of these forms may be tried. Somebody who guesses runs into the limit of their own network, for
 * this account and for all; the owner of the account, who comes from another, still gets in. Only a crowd of
 * networks together reaches the limit of the account itself.
 * @param email the account that is meant, known to us or not; leave it out where the form names none
 */
export async function limitsOf(door: Door, email?: string): Promise<Limit[]> {
  const network = await clientNetwork()
  const ofNetwork = { key: `${door} from ${network}`, most: env().signInLimitPerAddress }
  const atOnce = network ? [ofNetwork] : []
  if (email === undefined) return atOnce
  const near = {
    key: `${door} of ${email} from ${network ?? 'anywhere'}`,
    most: mostPerAccount.fromOneNetwork,
  }
  return [near, ...atOnce, { key: `${door} of ${email}`, most: mostPerAccount.fromAnywhere }]
}
