import { and, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { asAdministrator } from '#src/people/policy.ts'
import type { PolicyRow } from './policy.ts'

/** The policy that an administrator decides about, locked until the transaction ends. */
export async function lockPolicy(tx: Tx, actor: Actor, policyId: string): Promise<PolicyRow> {
  const policy = await lockPolicyIfThere(tx, actor, policyId)
  if (!policy) throw new Refusal('This policy is not there any more. Choose one from the list of policies.')
  return policy
}

/** The same; undefined for one that is not there any more. */
export async function lockPolicyIfThere(
  tx: Tx,
  actor: Actor,
  policyId: string,
): Promise<PolicyRow | undefined> {
  asAdministrator(actor)
  const [, [policy]] = await Promise.all([
    keepPolicies(tx),
    tx.select().from(slaPolicies).where(eq(slaPolicies.id, policyId)).for('update').execute(),
  ])
  return policy
}

/**
 * Makes everybody who changes policies at this moment wait their turn: a name or a default depends on them all. What is
 * asked for together with it and after it (`Promise.all`) leaves in one flight, and waits behind it.
 */
export async function keepPolicies(tx: Tx): Promise<void> {
  await tx
    .select({ turn: sql`pg_advisory_xact_lock(hashtext('SLA policies'))` })
    .from(sql`(select 1) as nothing`)
    .execute()
}

/** The policy that new tickets of a priority run by. */
export async function defaultOf(tx: Tx, priority: PolicyRow['priority']): Promise<PolicyRow | undefined> {
  const [policy] = await tx
    .select()
    .from(slaPolicies)
    .where(and(eq(slaPolicies.priority, priority), isNotNull(slaPolicies.defaultSince)))
    .execute()
  return policy
}

/** Refuses a name that another policy has; capital letters make no other name. `but` is the one that may have it. */
export async function refuseNameInUse(tx: Tx, name: string, but?: string): Promise<void> {
  const [policy] = await tx
    .select({ name: slaPolicies.name })
    .from(slaPolicies)
    .where(
      and(
        eq(sql`lower(${slaPolicies.name})`, sql`lower(${name})`),
        but === undefined ? undefined : ne(slaPolicies.id, but),
      ),
    )
    .execute()
  if (!policy) return
  throw new Refusal(`There is already a policy with the name “${policy.name}”. Choose another name.`, 'name')
}
