import { asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { ada } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { addPolicy } from '#src/sla/add-policy.ts'
import type { addPolicyForm, changePolicyForm } from '#src/sla/forms.ts'
import { act } from './desk.ts'

type Terms = z.output<typeof addPolicyForm>

/** The terms of a policy for tickets of normal priority, but for those that are given. */
export function termsOf(wanted: Partial<Terms> = {}): Terms {
  const targets = { firstResponseMins: 60, nextReplyMins: 90, resolveMins: 600 }
  return { name: `Policy ${crypto.randomUUID()}`, priority: 'normal', ...targets, ...wanted }
}

/** A policy that Ada has just added. Resolves to its id. */
export function added(wanted: Partial<Terms> = {}): Promise<string> {
  return act(addPolicy, ada, termsOf(wanted))
}

export function allPolicies() {
  return db.select().from(slaPolicies).orderBy(asc(slaPolicies.id))
}

export async function policyRow(id: string) {
  const [row] = await db.select().from(slaPolicies).where(eq(slaPolicies.id, id))
  if (!row) throw new Error(`There is no policy ${id}`)
  return row
}

/** The default policy of a priority. */
export async function defaultRow(priority: Terms['priority']) {
  const row = (await allPolicies()).find(policy => policy.priority === priority && policy.defaultSince)
  if (!row) throw new Error(`The priority ${priority} has no default`)
  return row
}

/** What the page of a policy that is opened now would send if only these fields were touched. */
export async function policyFormOf(
  id: string,
  wanted: Partial<Omit<z.output<typeof changePolicyForm>, `was${string}`>> = {},
) {
  const row = await policyRow(id)
  const { name, firstResponseMins, nextReplyMins, resolveMins } = row
  return {
    ...{ policyId: id, name, firstResponseMins, nextReplyMins, resolveMins },
    wasName: name,
    wasFirstResponseMins: String(firstResponseMins),
    wasNextReplyMins: String(nextReplyMins),
    wasResolveMins: String(resolveMins),
    ...wanted,
  }
}
