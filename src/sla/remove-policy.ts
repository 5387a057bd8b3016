import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockPolicyIfThere } from './find.ts'
import type { removePolicyForm } from './forms.ts'
import { mayRemove } from './policy.ts'

/**
 * An administrator removes a policy. Tickets that run by it go on with the targets that stand in their history. There is
 * nothing to do for one that is not there any more.
 */
export async function removePolicy(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof removePolicyForm>,
): Promise<'removed' | 'removed-before'> {
  const policy = await lockPolicyIfThere(tx, actor, input.policyId)
  if (!policy) return 'removed-before'
  if (!mayRemove(policy)) throw new Refusal(stillDefault)
  await tx.delete(slaPolicies).where(eq(slaPolicies.id, policy.id))
  return 'removed'
}

const stillDefault =
  'New tickets of this priority run by this policy. Make another one the default of the priority first.'
