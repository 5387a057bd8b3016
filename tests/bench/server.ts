import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { endChild, serverWords } from '#src/commands/child.ts'
import { freePort } from '#src/commands/embedded/port.ts'
import { pin } from './cores.ts'

type Settings = Record<string, string>

export type Server = {
  address: string
  process: ChildProcess
  /** From the start of the process until its first answer, in milliseconds. */
  startedInMs: number
  stop: () => Promise<void>
}

/** Serves the build in that folder as `npm start` does, on the core of the server. `preload` comes into its process first. */
export async function serveBuild(
  folder: string,
  settings: Settings,
  preload: string[] = [],
): Promise<Server> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const next = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)]
  const own = { BETTER_AUTH_URL: address, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  return started(address, '/help', () =>
    begin(folder, [...serverWords, ...preload, ...next], { ...own, ...settings }),
  )
}

/** Serves what is compared with: Node, a driver, one query and some text. */
export async function serveBare(settings: Settings): Promise<Server> {
  const port = await freePort()
  const words = [...serverWords, '--import', 'tsx', 'tests/bench/bare-server.ts']
  return started(`http://127.0.0.1:${port}`, '/', () =>
    begin('.', words, { ...settings, PORT: String(port) }),
  )
}

/** The memory of a process that is in use, in megabytes. */
export function memoryOf({ process: { pid } }: Server): number {
  const said = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return Number(said) / 1024
}

async function started(address: string, path: string, start: () => ChildProcess): Promise<Server> {
  const begun = performance.now()
  const process = start()
  pin(process.pid, 'server')
  while (!(await answers(address + path))) {
    if (process.exitCode !== null) throw new Error('A server has ended by itself')
    await wait(10)
  }
  return {
    address,
    process,
    startedInMs: performance.now() - begun,
    stop: () => endChild(process, 'SIGTERM', 3000),
  }
}

function begin(cwd: string, words: string[], settings: Settings): ChildProcess {
  const env = { ...process.env, ...settings }
  return spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

function answers(address: string): Promise<boolean> {
  return new Promise(resolve => {
    const asked = http.get(address, { agent: false }, response => {
      response.resume().on('close', () => resolve(true))
    })
    asked.on('error', () => resolve(false))
  })
}
