import 'server-only'
import { clientNetwork } from '#src/lib/client-address.ts'
import { env } from '#src/lib/env.ts'
import type { Limit } from '#src/lib/rate-limit.ts'

type Door = 'sign-in' | 'sign-up' | 'forgot-password' | 'reset-password'

const mostPerAccount = { fromOneNetwork: 5, fromAnywhere: 50 }

/**
 * How often one of these forms may be tried. Somebody who guesses runs into the limit of their own network, for
 * this account and for all; the owner of the account, who comes from another, still gets in. Only a crowd of
 * networks together reaches the limit of the account itself.
 * @param email the account that is meant, known to us or not; leave it out where the form names none
 */
export async function limitsOf(door: Door, email?: string): Promise<Limit[]> {
  const network = await clientNetwork()
  const limits: Limit[] = []
  if (network) limits.push({ key: `${door} from ${network}`, most: env().signInLimitPerAddress })
  if (email === undefined) return limits
  const near = {
    key: `${door} of ${email} from ${network ?? 'anywhere'}`,
    most: mostPerAccount.fromOneNetwork,
  }
  return [...limits, near, { key: `${door} of ${email}`, most: mostPerAccount.fromAnywhere }]
}
