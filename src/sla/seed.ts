import type { Tx } from '#src/lib/db/client.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'

type Seeded = Pick<
  typeof slaPolicies.$inferSelect,
  'id' | 'name' | 'priority' | 'firstResponseMins' | 'nextReplyMins' | 'resolveMins'
>

const hour = 60

const defaults: Seeded[] = [
  policy(1, { name: 'Standard, urgent', priority: 'urgent', replyMins: 30, resolveMins: 8 * hour }),
  policy(2, { name: 'Standard, high', priority: 'high', replyMins: 2 * hour, resolveMins: 24 * hour }),
  policy(3, { name: 'Standard, normal', priority: 'normal', replyMins: 8 * hour, resolveMins: 72 * hour }),
  policy(4, { name: 'Standard, low', priority: 'low', replyMins: 24 * hour, resolveMins: 168 * hour }),
]

const extras: Seeded[] = [
  policy(5, { name: 'Accessible travel', priority: 'high', replyMins: hour, resolveMins: 12 * hour }),
  policy(6, { name: 'Partners', priority: 'normal', replyMins: 4 * hour, resolveMins: 48 * hour }),
]

/**
 * Gives a desk its first SLA policies: a default for each priority and two more. May run at any time again: a
 * policy that is there, renamed or not, and a default that was chosen since, stay as they are.
 */
export async function seedSlaPolicies(tx: Tx, now: Date = new Date()): Promise<void> {
  const rows = [
    ...defaults.map(row => ({ ...row, defaultSince: now, createdAt: now })),
    ...extras.map(row => ({ ...row, createdAt: now })),
  ]
  await tx.insert(slaPolicies).values(rows).onConflictDoNothing()
}

// The id is fixed by the number: by it a policy that was renamed is known again and not made a second time.
function policy(
  number: number,
  terms: { name: string; priority: Seeded['priority']; replyMins: number; resolveMins: number },
): Seeded {
  const { name, priority, replyMins, resolveMins } = terms
  const id = `5a000000-0000-4000-8000-00000000000${number}`
  return { id, name, priority, firstResponseMins: replyMins, nextReplyMins: replyMins, resolveMins }
}
