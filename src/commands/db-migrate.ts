import { bringUpToDate } from './database/bring-up-to-date.ts'
import { withDatabase } from './database/with-database.ts'
import { runToEnd, say } from './terminal.ts'

await runToEnd(() =>
  withDatabase(async addresses => {
    await bringUpToDate(addresses)
    say('The database is up to date.')
  }),
)
