import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockPolicy } from './find.ts'
import type { removePolicyForm } from './forms.ts'
import { mayRemove } from './policy.ts'

/** An administrator removes a policy. Tickets that run by it go on with the targets that stand in their history. */
export async function removePolicy(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof removePolicyForm>,
): Promise<void> {
  const policy = await lockPolicy(tx, actor, input.policyId)
  if (!mayRemove(policy)) throw new Refusal(stillDefault)
  await tx.delete(slaPolicies).where(eq(slaPolicies.id, policy.id))
}

const stillDefault =
  'New tickets of this priority run by this policy. Make another one the default of the priority first.'
