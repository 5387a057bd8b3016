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

type Terms = Pick<PolicyRow, 'name' | 'firstResponseMins' | 'nextReplyMins' | 'resolveMins'>

/** What a page shows of a policy that its form can change: sent back, to notice who was faster. */
export function seenOfPolicy({ name, firstResponseMins, nextReplyMins, resolveMins }: Terms): string {
  return [firstResponseMins, nextReplyMins, resolveMins, name].join(' ')
}
