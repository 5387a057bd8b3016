import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#src/commands/embedded/port.ts'
import { addressesIn } from '#src/commands/embedded/remembered.ts'
import { secretsIn } from '#src/commands/embedded/secrets.ts'
import { makeRunFolder, removeRunFolder } from '#tests/support/run-folder.ts'
import { openPooledDatabase } from './pooled-database.ts'
import { forbidScripts } from './scripts-forbidden.ts'

type Settings = Record<string, string>

/**
 * Opens a desk for the whole run as a person would, with the start command, on a new database with the demo in it.
 * HOLDFAST_DATABASE_WAY chooses how the desk reaches its database. Tests find the desk at HOLDFAST_DESK_ADDRESS, and
 * its tables at DATABASE_URL (the role that serves) and DATABASE_URL_DIRECT (the role that owns them). Another process
 * that serves the same desk finds its secrets in the environment as well.
 */
export default async function openDesk(): Promise<() => Promise<void>> {
  const folder = await makeRunFolder()
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const way = process.env.HOLDFAST_DATABASE_WAY ?? 'direct'
  const pooled = way === 'pooled' ? await openPooledDatabase(folder, address) : undefined
  const poolMax: Settings = way === 'single' ? { DATABASE_POOL_MAX: '1' } : {}
  // Programs fill in forms faster than people.
  const settings = {
    PORT: port,
    HOLDFAST_DATA: folder,
    PUBLIC_FORM_SECONDS: '0',
    ...poolMax,
    ...pooled?.settings,
  }
  if (pooled) await done(['demo-seed', '--passwords-are-public'], settings)
  const desk = await opened(settings)
  const scriptless = await forbidScripts(address)
  const { appUrl, ownerUrl } = addressesIn(folder)
  const { authSecret, actionsKey } = secretsIn(folder)
  Object.assign(process.env, {
    HOLDFAST_DESK_ADDRESS: address,
    HOLDFAST_SCRIPTLESS_ADDRESS: scriptless.address,
    DATABASE_URL: appUrl,
    DATABASE_URL_DIRECT: ownerUrl,
    BETTER_AUTH_SECRET: authSecret,
    BETTER_AUTH_URL: address,
    PUBLIC_FORM_SECONDS: settings.PUBLIC_FORM_SECONDS,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionsKey,
    ...pooled?.settings,
  })
  return async () => {
    scriptless.stop()
    await closed(desk)
    await pooled?.stop()
    removeRunFolder(folder)
  }
}

function begin(words: string[], settings: Settings) {
  return spawn(process.execPath, ['src/commands/run.mjs', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings },
  })
}

async function done(words: string[], settings: Settings) {
  const [code] = await once(begin(words, settings), 'exit')
  if (code !== 0) throw new Error(`The command ${words[0]} ended with ${code}`)
}

/** Waits for the words that a person waits for. */
async function opened(settings: Settings): Promise<ChildProcess> {
  const desk = begin(['start'], settings)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    desk.stdout.on('data', chunk => {
      said += chunk
      if (said.includes('Holdfast is open at')) resolve()
    })
    desk.on('exit', () => reject(new Error(`The desk did not open:\n${said}`)))
  })
  return desk
}

async function closed(desk: ChildProcess) {
  const gone = once(desk, 'exit')
  desk.kill('SIGTERM')
  await gone
}
