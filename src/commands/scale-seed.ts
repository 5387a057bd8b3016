import { parseArgs } from 'node:util'
import { fill } from '#src/demo/scale/fill.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { allTargets } from '#src/demo/targets.ts'
import { closeDatabase, transaction } from '#src/lib/db/client.ts'
import { actingClient } from '#src/lib/db/direct.ts'
import { actAsOwner } from './database/addresses.ts'
import { withDatabase } from './database/with-database.ts'
import { Complaint, runToEnd, say } from './terminal.ts'

await runToEnd(async () => {
  if (process.env.DATABASE_URL)
    throw new Complaint(
      'A desk of invented tickets is for measuring: it fills the embedded database alone. Start it without DATABASE_URL.',
    )
  const count = wanted()
  await withDatabase(async addresses => {
    actAsOwner(addresses)
    await seedDemo({})
    const targets = await transaction('command:scale', tx => allTargets(tx))
    await closeDatabase()
    const sql = actingClient(addresses.ownerUrl, 'command:scale')
    const begun = Date.now()
    const seconds = () => Math.round((Date.now() - begun) / 1000)
    await fill(sql, {
      tickets: count,
      now: new Date(),
      targets,
      progress: done => {
        if (done % 50_000 === 0 || done === count) say(`${done.toLocaleString('en')} tickets, ${seconds()} s`)
      },
      made: part => say(`${part}, ${seconds()} s`),
    })
    await sql.end()
    say(`The desk has ${count.toLocaleString('en')} more tickets. It took ${seconds()} s.`)
  })
})

function wanted(): number {
  const { tickets } = parseArgs({ options: { tickets: { type: 'string', default: '1000000' } } }).values
  const count = Number(tickets)
  if (Number.isSafeInteger(count) && count > 0) return count
  throw new Complaint('Say how many tickets as a whole number: npm run scale:seed -- --tickets 1000000')
}
