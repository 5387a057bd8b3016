import { seedDemo } from '#src/demo/seed.ts'
import { closeDatabase } from '#src/lib/db/client.ts'
import { actAsOwner } from './database/addresses.ts'
import { withDatabase } from './database/with-database.ts'
import { Complaint, runToEnd, say } from './terminal.ts'

const knowingly = '--passwords-are-public'

await runToEnd(async () => {
  if (process.env.DATABASE_URL && !process.argv.includes(knowingly))
    throw new Complaint(
      'The demo has people, among them an administrator, whose passwords everybody knows. To put them into the ' +
        `database of DATABASE_URL all the same: npm run demo:seed -- ${knowingly}`,
    )
  await withDatabase(async addresses => {
    actAsOwner(addresses)
    await seedDemo({})
    await closeDatabase()
    say('The demo desk is in the database.')
  })
})
