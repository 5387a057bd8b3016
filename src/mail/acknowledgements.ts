import type { Tx } from '#src/lib/db/client.ts'
import { countTry } from '#src/lib/rate-limit.ts'
import { Refusal } from '#src/lib/refusal.ts'

const most = { perAddress: 3, perDomain: 60 }

/**
 * Whether a mail may go to this address that only says that something of theirs has come, or brings a link to it, and
 * counts it. The sender of a mail can be forged, anybody can type anybody's address into a form, and a program may answer
 * each of ours: whatever is tried, nobody gets more of them than these in 15 minutes.
 */
export async function mayAcknowledge(tx: Tx, address: string): Promise<boolean> {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const limits = [
    { key: `acknowledge ${address}`, most: most.perAddress },
    { key: `acknowledge at ${domain}`, most: most.perDomain },
  ]
  return countTry(limits, tx).then(
    () => true,
    error => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
}
