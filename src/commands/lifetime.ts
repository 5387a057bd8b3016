import { complain, say } from './terminal.ts'

type Ending = () => Promise<void>

/** What must be ended, the last begun first, when the command stops; `finish` and `fail` stop it. */
export type Endings = {
  add: (ending: Ending) => void
  finish: () => Promise<void>
  fail: (reason: Error) => Promise<void>
}

/**
 * Runs `begin` and stays until Ctrl-C, SIGTERM, SIGHUP or the loss of the process that started us; then runs
 * the endings that `begin` has added, newest first, and exits with 0. A failure also runs them, and exits with 1.
 */
export async function stayUntilStopped(begin: (endings: Endings) => Promise<void>) {
  const pending: Ending[] = []
  let stopping = false

  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    for (let ending = pending.pop(); ending; ending = pending.pop()) {
      await ending().catch(error => {
        complain(error)
        code = 1
      })
    }
    process.exit(code)
  }
  const fail = (reason: unknown) => {
    if (!stopping) complain(reason)
    return stop(1)
  }
  const stopQuietly = () => {
    if (!stopping) say('Stopping ...')
    return stop(0)
  }

  process.stdout.on('error', () => undefined)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopQuietly)
  process.on('disconnect', stopQuietly)
  // What begins while we are stopping is ended at once, so that nothing is left behind.
  const add = (ending: Ending) => {
    if (stopping) ending().catch(complain)
    else pending.push(ending)
  }
  await begin({ add, fail, finish: () => stop(0) }).catch(fail)
}
