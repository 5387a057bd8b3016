import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

type Settings = Record<string, string | undefined>

// V8 lets the heap grow as long as the machine has memory, where half of it does as well (docs/performance.md).
const heap = ['--max-old-space-size=512', '--max-semi-space-size=32']

/** The words for Node before the program of a server: how large its heap may grow, and what it loads first. */
export const serverWords = [
  ...(/--max-(old|semi)-space-size/.test(process.env.NODE_OPTIONS ?? '') ? [] : heap),
  ...['end-with-parent', 'early-requests', 'draining'].flatMap(name => [
    '--import',
    `./src/commands/${name}.mjs`,
  ]),
]

/** Starts a Node server that ends when we end. `settings` go over our own environment; undefined removes one. */
export function startServer(words: string[], settings: Settings): ChildProcess {
  return spawn(process.execPath, [...serverWords, ...words], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...settings },
  })
}

/** Runs a Node program to its end and returns its exit code, null when a signal ended it. */
export async function runNode(words: string[], settings: Settings = {}): Promise<number | null> {
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...settings },
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  const [code] = await once(child, 'exit')
  process.off('exit', stop)
  return code
}

/** Asks a child to end and waits until it has; after `patience` milliseconds it is ended by force. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM', patience = 15_000) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const force = setTimeout(() => child.kill('SIGKILL'), patience)
  await gone
  clearTimeout(force)
}
