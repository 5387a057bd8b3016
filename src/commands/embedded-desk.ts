import { runNode } from './child.ts'
import { startEmbeddedDatabase } from './embedded/database.ts'
import { dataFolder } from './embedded/folder.ts'
import { secretsIn } from './embedded/secrets.ts'
import type { Endings } from './lifetime.ts'
import type { Place } from './place.ts'
import { Complaint } from './terminal.ts'

/**
 * Makes a desk from nothing but this folder: secrets, database, tables, SLA policies and the demo, each once, and
 * sets the settings of this process accordingly. Returns a promise of the prepared database, so that a build,
 * which needs none, can go on meanwhile.
 */
export async function openEmbeddedDesk(place: Place, endings: Endings): Promise<{ prepared: Promise<void> }> {
  const { appUrl } = await startEmbeddedDatabase(endings)
  const secrets = secretsIn(dataFolder())
  process.env.DATABASE_URL = appUrl
  process.env.BETTER_AUTH_SECRET ||= secrets.authSecret
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= secrets.actionsKey
  process.env.BETTER_AUTH_URL ||= place.address
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
