// A process of its own, between the start of the embedded database and the start of the desk: it acts as the
// owner of the tables, and the desk must never be able to.
import { seedDemo } from '#src/demo/seed.ts'
import { actAsOwner } from './database/addresses.ts'
import { bringUpToDate } from './database/bring-up-to-date.ts'
import { seedPolicies } from './database/seed-policies.ts'
import { dataFolder } from './embedded/folder.ts'
import { addressesIn } from './embedded/remembered.ts'
import { runToEnd } from './terminal.ts'

await runToEnd(async () => {
  const addresses = addressesIn(dataFolder())
  await bringUpToDate(addresses)
  actAsOwner(addresses)
  await seedDemo({})
  await seedPolicies()
})
