import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const preload = ['--import', './src/commands/end-with-parent.mjs']

/** Starts a Node program that ends when we end. `settings` go over our own environment; undefined removes. */
export function startNode(words: string[], settings: Record<string, string | undefined>): ChildProcess {
  return spawn(process.execPath, [...preload, ...words], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...settings },
  })
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
