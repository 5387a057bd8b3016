import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { asAdministrator } from '#src/people/policy.ts'
import { defaultOf, keepPolicies, refuseNameInUse } from './find.ts'
import type { addPolicyForm } from './forms.ts'

/** An administrator adds a policy. The first one of a priority is its default at once. Resolves to its id. */
export async function addPolicy(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof addPolicyForm>,
): Promise<string> {
  asAdministrator(actor)
  const [, , before] = await Promise.all([
    keepPolicies(tx),
    refuseNameInUse(tx, input.name),
    defaultOf(tx, input.priority),
  ])
  const id = crypto.randomUUID()
  await tx.insert(slaPolicies).values({ ...input, id, defaultSince: before ? null : new Date() })
  return id
}
