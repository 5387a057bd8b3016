import { closeDatabase, db } from '#src/lib/db/client.ts'
import { checkClocks } from '#src/tickets/check-clocks.ts'
import { withDatabase } from './database/with-database.ts'
import { runToEnd, say } from './terminal.ts'

await runToEnd(() =>
  withDatabase(async () => {
    const { read, wrong } = await checkClocks(db)
    await closeDatabase()
    for (const { reference, column, row, history } of wrong)
      say(
        `${reference}: ${column} is ${row?.toISOString() ?? 'empty'}, its history says ${history?.toISOString() ?? 'empty'}.`,
      )
    say(`${read} tickets were read, ${wrong.length} due times differ from their history.`)
    if (wrong.length > 0) process.exitCode = 1
  }),
)
