import type { slaPolicies } from '#src/lib/db/tables/sla.ts'

export type PolicyRow = typeof slaPolicies.$inferSelect

/** The priorities that a policy may serve, the most pressing first. */
export const priorities = [
  'urgent',
  'high',
  'normal',
  'low',
] as const satisfies readonly PolicyRow['priority'][]

/** Whether a policy may be removed: not the one that new tickets of its priority run by. */
export function mayRemove({ defaultSince }: Pick<PolicyRow, 'defaultSince'>): boolean {
  return defaultSince === null
}
