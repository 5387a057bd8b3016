import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { endChild, serverWords } from '#src/commands/child.ts'
import { freePort } from '#src/commands/embedded/port.ts'
import { WireProxy } from '#tests/support/wire-proxy.ts'
import { forbidScripts } from './scripts-forbidden.ts'

/**
 * A second process that serves the desk of this run (same build, same secrets, same tables) and reaches its database
 * through `database`, which a test cuts, silences and takes away. It has no worker, so that every statement that the
 * proxy hears is one of the pages and forms. `scriptlessAddress` is the same with every script forbidden.
 */
export type FaultyDesk = {
  address: string
  scriptlessAddress: string
  database: WireProxy
  /** The answer to the first request, which came while the process was still loading what it serves. */
  first: Response
  /** What the process has written into its log so far. */
  log: () => string
  close: () => Promise<void>
}

/**
 * Opens it, within the run that `open-desk.ts` has begun. `settings` go over those of the run; `ask` is tried until
 * somebody listens at the address.
 */
export async function openFaultyDesk(
  settings: Record<string, string> = {},
  ask: (address: string, database: WireProxy) => Promise<Response> = address => fetch(address),
): Promise<FaultyDesk> {
  const database = await WireProxy.before(process.env.DATABASE_URL ?? '')
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const child = serving(port, {
    DATABASE_URL: database.through(process.env.DATABASE_URL ?? ''),
    DATABASE_URL_DIRECT: '',
    BETTER_AUTH_URL: address,
    ...settings,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk))
  const first = await firstAnswer(
    () => ask(address, database),
    child,
    () => said,
  )
  const scriptless = await forbidScripts(address)
  return {
    address,
    scriptlessAddress: scriptless.address,
    database,
    first,
    log: () => said,
    close: async () => {
      scriptless.stop()
      await endChild(child)
      await database.close()
    },
  }
}

function serving(port: string, settings: Record<string, string>): ChildProcess {
  const next = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', port]
  return spawn(process.execPath, [...serverWords, ...next], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...settings, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

// The first page loads what all pages share, so that a fault is not timed together with that.
async function firstAnswer(ask: () => Promise<Response>, child: ChildProcess, said: () => string) {
  for (let tries = 0; tries < 6000 && child.exitCode === null; tries++) {
    const answer = await ask().catch(() => undefined)
    if (answer) return answer
    await wait(10)
  }
  throw new Error(`The faulty desk did not open:\n${said()}`)
}
