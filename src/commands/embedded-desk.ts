import { runNode } from './child.ts'
import { startEmbeddedDatabase } from './embedded/database.ts'
import { dataFolder } from './embedded/folder.ts'
import { takeEmbeddedSettings } from './embedded/settings.ts'
import type { Endings } from './lifetime.ts'
import type { Place } from './place.ts'
import { Complaint } from './terminal.ts'

/**
 * Makes a desk from nothing but this folder: secrets, database, tables, SLA policies and the demo, each once, and
 * sets the settings of this process accordingly. Returns a promise of the prepared database, so that a build,
 * which needs none, can go on meanwhile.
 */
export async function openEmbeddedDesk(place: Place, endings: Endings): Promise<{ prepared: Promise<void> }> {
  const addresses = await startEmbeddedDatabase(endings)
  takeEmbeddedSettings(dataFolder(), addresses, place.address)
  return { prepared: prepare() }
}

async function prepare() {
  const code = await runNode([
    '--conditions=react-server',
    '--import',
    'tsx',
    'src/commands/prepare-embedded.ts',
  ])
  if (code !== 0) throw new Complaint('The embedded database could not be prepared; the reason stands above.')
}
