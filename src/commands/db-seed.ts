import { actAsOwner } from './database/addresses.ts'
import { seedPolicies } from './database/seed-policies.ts'
import { withDatabase } from './database/with-database.ts'
import { runToEnd, say } from './terminal.ts'

await runToEnd(() =>
  withDatabase(async addresses => {
    actAsOwner(addresses)
    await seedPolicies()
    say('The SLA policies are in the database.')
  }),
)
