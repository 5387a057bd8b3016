import type { Tx } from '#src/lib/db/client.ts'
import type { SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import { targetsFor } from '#src/sla/targets.ts'
import type { Priority } from '#src/tickets/status.ts'

/** What the default policies want of each priority. Throws where one has none. */
export async function allTargets(tx: Tx): Promise<Record<Priority, SlaTargets>> {
  return {
    low: await defaultTargets(tx, 'low'),
    normal: await defaultTargets(tx, 'normal'),
    high: await defaultTargets(tx, 'high'),
    urgent: await defaultTargets(tx, 'urgent'),
  }
}

async function defaultTargets(tx: Tx, priority: Priority): Promise<SlaTargets> {
  const targets = await targetsFor(tx, priority)
  if (!targets)
    throw new Error(`The priority ${priority} has no default SLA policy, so the demo cannot set its clocks`)
  return targets
}
