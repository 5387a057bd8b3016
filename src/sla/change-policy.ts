import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockPolicy, refuseNameInUse } from './find.ts'
import type { changePolicyForm } from './forms.ts'
import { seenOfPolicy } from './policy.ts'

/**
 * An administrator changes the name and the targets of a policy. Tickets keep the targets that stand in their history:
 * the new ones are for tickets that are opened, or get this priority, from now on.
 */
export async function changePolicy(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof changePolicyForm>,
): Promise<void> {
  const { policyId, seen, ...terms } = input
  const policy = await lockPolicy(tx, actor, policyId)
  if (seen !== seenOfPolicy(policy)) throw new Refusal(overtaken)
  await refuseNameInUse(tx, terms.name, policy.id)
  await tx.update(slaPolicies).set(terms).where(eq(slaPolicies.id, policy.id))
}

const overtaken =
  'Somebody else changed this policy after you opened this page. Look at what stands on it now, then save again if you still want to.'
