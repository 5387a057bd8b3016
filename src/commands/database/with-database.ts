import { join } from 'node:path'
import { startEmbeddedDatabase } from '../embedded/database.ts'
import { dataFolder } from '../embedded/folder.ts'
import { rememberedAddresses } from '../embedded/remembered.ts'
import { stayUntilStopped } from '../lifetime.ts'
import { claim, release } from '../setup/claim.mjs'
import { type Addresses, givenAddresses } from './addresses.ts'

/**
 * Runs one piece of work on the database that the settings give; without any, on the embedded one, which is
 * started for it when no desk of this folder is running.
 */
export async function withDatabase(work: (addresses: Addresses) => Promise<void>): Promise<void> {
  const given = givenAddresses()
  if (given) return work(given)
  const file = join(dataFolder(), 'running.json')
  if (claim(file)) return work(rememberedAddresses())
  process.once('exit', () => release(file))
  await stayUntilStopped(async endings => {
    await work(await startEmbeddedDatabase(endings))
    await endings.finish()
  })
}
