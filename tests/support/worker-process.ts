import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll } from 'vitest'

const running = new Set<ChildProcess>()

/**
 * The worker as `npm run worker` has it: a process of its own, on the database and the mail server of the settings.
 * `killed` ends it in the middle of whatever it does; `stopped` lets it finish. Both resolve when it is gone.
 */
export function startWorkerProcess(settings: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'src/commands/worker.ts'],
    { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, ...settings } },
  )
  running.add(child)
  const gone = once(child, 'exit').finally(() => running.delete(child))
  const end = (signal: NodeJS.Signals) => () => {
    child.kill(signal)
    return gone
  }
  return { killed: end('SIGKILL'), stopped: end('SIGTERM') }
}

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})
