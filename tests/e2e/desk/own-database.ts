import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { actingClient } from '#src/lib/db/direct.ts'
import { startPostgres } from '#tests/support/postgres-server.ts'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { asApp, asOwner, prepareTemplate, template } from '#tests/support/template.ts'

type Settings = Record<string, string>

/**
 * A migrated database of a test's own with the demo in it, and the settings of a desk on it at `address`. `database` is a way
 * past the desk, for what a test asks and for time that it lets pass.
 */
export async function openOwnDatabase(address: string) {
  const folder = await makeRunFolder()
  const postgres = await startPostgres(folder)
  await prepareTemplate(postgres.superuserUrl)
  const owner = asOwner(postgres.superuserUrl, template)
  const settings: Settings = {
    DATABASE_URL: asApp(postgres.superuserUrl, template),
    DATABASE_URL_DIRECT: '',
    BETTER_AUTH_SECRET: randomBytes(32).toString('base64url'),
    BETTER_AUTH_URL: address,
    HOLDFAST_DATA: folder,
  }
  await makeDemo({ ...settings, DATABASE_URL_DIRECT: owner })
  const database = actingClient(owner, 'test')
  return {
    settings,
    database,
    close: async () => {
      await database.end()
      await postgres.stop()
      removeRunFolder(folder)
    },
  }
}

/** Puts the demo into the database of these settings, as the command line does. */
export async function makeDemo(settings: Settings): Promise<void> {
  const words = ['src/commands/run.mjs', 'demo-seed', '--passwords-are-public']
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...settings },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The demo could not be made: ${code}`)
}
