import { and, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'

type Priority = (typeof slaPolicies.$inferSelect)['priority']

/** The targets of the default policy of a priority; undefined while a desk has set none. */
export async function targetsFor(reader: Reader, priority: Priority): Promise<SlaTargets | undefined> {
  const [policy] = await reader
    .select({
      policyId: slaPolicies.id,
      firstResponseMins: slaPolicies.firstResponseMins,
      nextReplyMins: slaPolicies.nextReplyMins,
      resolveMins: slaPolicies.resolveMins,
    })
    .from(slaPolicies)
    .where(and(eq(slaPolicies.priority, priority), isNotNull(slaPolicies.defaultSince)))
  return policy
}
