import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { endChild } from '#src/commands/child.ts'

type Settings = Record<string, string>

const sources = ['app', 'actions', 'src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']
const read = ['next.config.ts', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts']

/** A copy of the sources as they stand here, in a folder of its own with the same packages. */
export function copySources(folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const name of [...sources, ...read])
    if (existsSync(name)) cpSync(name, join(folder, name), { recursive: true })
  // Hard links: Turbopack takes no packages from outside its root, and a copy of them all would take a minute.
  linkTree('node_modules', join(folder, 'node_modules'))
}

/** Builds the pages there, as `npm run build` does on a server. */
export async function build(folder: string, settings: Settings) {
  const [said, code] = await ended(begin(folder, ['src/commands/run.mjs', 'build'], settings))
  if (code !== 0) throw new Error(`The build in ${folder} has failed:\n${said}`)
}

/** Serves that build on a port, without a worker, until it is stopped. Resolves once it answers. */
export async function serve(folder: string, port: number, settings: Settings) {
  const words = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)]
  const server = begin(folder, words, { ...settings, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  server.stderr?.resume()
  const end = () => server.kill('SIGKILL')
  process.once('exit', end)
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', chunk => /Ready in/.test(String(chunk)) && resolve())
    server.once('exit', () => reject(new Error(`The server in ${folder} has ended`)))
  })
  // The first request goes ahead of the hook that answers what Next cannot, so it is ours, as it is of the start command.
  await fetch(`http://127.0.0.1:${port}/help`)
  return async () => {
    process.off('exit', end)
    // A browser keeps lines open that it has not used yet, and a server that is asked to end would wait for them.
    await endChild(server, 'SIGTERM', 1000)
  }
}

function begin(folder: string, words: string[], settings: Settings) {
  const env = { ...process.env, HOLDFAST_DATA: '.data', ...settings }
  return spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env })
}

async function ended(child: ChildProcess): Promise<[string, number | null]> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (said += chunk))
  const [code] = await once(child, 'exit')
  return [said, code]
}

function linkTree(from: string, to: string) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [here, there] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(here, there)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(here), there)
    else linkOrCopy(here, there)
  }
}

function linkOrCopy(from: string, to: string) {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
