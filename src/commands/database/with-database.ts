import { join } from 'node:path'
import { startEmbeddedDatabase } from '#src/commands/embedded/database.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { addressesIn } from '#src/commands/embedded/remembered.ts'
import { stayUntilStopped } from '#src/commands/lifetime.ts'
import { claim, release } from '#src/commands/setup/claim.mjs'
import { type Addresses, givenAddresses } from './addresses.ts'

/**
 * Runs one piece of work on the database that the settings give; without any, on the embedded one, which is
 * started for it when no desk of this folder is running.
 */
export async function withDatabase(work: (addresses: Addresses) => Promise<void>): Promise<void> {
  const given = givenAddresses()
  if (given) return work(given)
  const folder = dataFolder()
  const file = join(folder, 'running.json')
  if (claim(file)) return work(addressesIn(folder))
  process.once('exit', () => release(file))
  await stayUntilStopped(async endings => {
    await work(await startEmbeddedDatabase(endings))
    await endings.finish()
  })
}
