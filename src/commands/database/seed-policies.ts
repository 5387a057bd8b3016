import { closeDatabase, transaction } from '#src/lib/db/client.ts'
import { seedSlaPolicies } from '#src/sla/seed.ts'

/** Puts the SLA policies that a new desk begins with into the database; those that are there stay as they are. */
export async function seedPolicies() {
  await transaction('command:seed', tx => seedSlaPolicies(tx))
  await closeDatabase()
}
