import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { defaultOf, lockPolicy } from './find.ts'
import type { makeDefaultForm } from './forms.ts'

/**
 * An administrator lets new tickets of a priority run by this policy, in the place of the one before. One that they run
 * by already stays.
 */
export async function makeDefault(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof makeDefaultForm>,
): Promise<void> {
  const policy = await lockPolicy(tx, actor, input.policyId)
  if (policy.defaultSince) return
  const before = await defaultOf(tx, policy.priority)
  const set = (id: string, defaultSince: Date | null) =>
    tx.update(slaPolicies).set({ defaultSince }).where(eq(slaPolicies.id, id)).execute()
  // In this order, and without waiting in between: no priority has two defaults at any moment.
  await Promise.all([before && set(before.id, null), set(policy.id, new Date())])
}
