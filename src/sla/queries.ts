import 'server-only'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { priorities } from './policy.ts'

export type ListedPolicy = Awaited<ReturnType<typeof policyList>>[number]

/** All policies: the most pressing priority first, the default of each before the others, then by name. */
export async function policyList(reader: Reader) {
  const rows = await reader
    .select()
    .from(slaPolicies)
    .orderBy(desc(sql`${slaPolicies.defaultSince} is not null`), asc(slaPolicies.name))
  return priorities.flatMap(priority => rows.filter(row => row.priority === priority))
}

/** One policy; null when there is none with this id. */
export async function policyById(reader: Reader, id: unknown) {
  const known = z.uuid().safeParse(id)
  if (!known.success) return null
  const [policy] = await reader.select().from(slaPolicies).where(eq(slaPolicies.id, known.data))
  return policy ?? null
}

/** The policy that new tickets of a priority run by; null while there is none. `all` is what `policyList` found. */
export function defaultAmong(all: ListedPolicy[], priority: ListedPolicy['priority']) {
  return all.find(policy => policy.priority === priority && policy.defaultSince) ?? null
}

/** How many policies the desk has. */
export function countPolicies(reader: Reader): Promise<number> {
  return reader.$count(slaPolicies)
}
