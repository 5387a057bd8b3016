import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * The worker as `npm run worker` has it: a process of its own, on the database and the mail servers of the settings.
 * `killed` ends it in the middle of whatever it does; `stopped` lets it finish. Both resolve when it is gone.
 */
export function startWorkerChild(settings: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'src/commands/worker.ts'],
    { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, ...settings } },
  )
  const killAtExit = () => child.kill('SIGKILL')
  process.once('exit', killAtExit)
  const gone = once(child, 'exit').finally(() => process.off('exit', killAtExit))
  const end = (signal: NodeJS.Signals) => () => {
    child.kill(signal)
    return gone
  }
  return { killed: end('SIGKILL'), stopped: end('SIGTERM') }
}
