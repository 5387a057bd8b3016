import { text } from 'node:stream/consumers'
import { closeDatabase, transaction } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { withDatabase } from './database/with-database.ts'
import { addPerson } from './people/add-person.ts'
import { wishFrom } from './people/wish.ts'
import { Complaint, runToEnd, say } from './terminal.ts'

await runToEnd(async () => {
  const wish = wishFrom(process.argv.slice(2))
  const password = wish.passwordFromStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined
  await withDatabase(async () => {
    try {
      say(await transaction('command:people', tx => addPerson(tx, wish, password)))
    } catch (error) {
      throw error instanceof Refusal ? new Complaint(error.message) : error
    } finally {
      await closeDatabase()
    }
  })
})
