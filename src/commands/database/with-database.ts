import { join } from 'node:path'
import { startEmbeddedDatabase } from '#src/commands/embedded/database.ts'
import { dataFolder } from '#src/commands/embedded/folder.ts'
import { addressesIn } from '#src/commands/embedded/remembered.ts'
import { takeEmbeddedSettings } from '#src/commands/embedded/settings.ts'
import { stayUntilStopped } from '#src/commands/lifetime.ts'
import { claim, release } from '#src/commands/setup/claim.mjs'
import { type Addresses, givenAddresses } from './addresses.ts'
import { bringUpToDate } from './bring-up-to-date.ts'

/**
 * Runs one piece of work on the database that the settings give; without any, on the embedded one, brought up to
 * date, which is started for it when no desk of this folder is running.
 */
export async function withDatabase(work: (addresses: Addresses) => Promise<void>): Promise<void> {
  const given = givenAddresses()
  if (given) return work(given)
  const folder = dataFolder()
  const file = join(folder, 'running.json')
  const holder = claim(file)
  const onEmbedded = async (addresses: Addresses) => {
    takeEmbeddedSettings(folder, addresses, holder?.address ?? 'http://127.0.0.1:3000')
    await bringUpToDate(addresses)
    await work(addresses)
  }
  if (holder) return onEmbedded(addressesIn(folder))
  process.once('exit', () => release(file))
  await stayUntilStopped(async endings => {
    await onEmbedded(await startEmbeddedDatabase(endings))
    await endings.finish()
  })
}
