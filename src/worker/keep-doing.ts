import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { logFault, newFaultReference } from '#src/lib/log.ts'

/**
 * Something that the desk does by time. `once` does all that is due now and returns early, between two pieces of
 * work, when `stopping` is aborted; then it is done again after `everyMs` milliseconds. Where `once` says whether there
 * was anything to do, the pause doubles each time that there was nothing, up to `restMs`. `isWoken`: it need not wait
 * for its pause where somebody says that there may be something to do.
 */
export type Job = {
  name: string
  everyMs: number
  restMs?: number
  isWoken?: true
  once: (stopping: AbortSignal) => Promise<boolean | undefined>
}

const longestPauseMs = 300_000
/** On a busy desk something is done all the time, and one look is enough for all of it. */
const wokenPauseMs = 200

/**
 * Does a job again and again until `stopping` is aborted. A fault never ends it: it is logged, and the next try comes
 * after twice the pause, at most five minutes. Never rejects.
 * @param wakes says `wake` when there may be something to do; not heard after a fault
 */
export async function keepDoing(job: Job, stopping: AbortSignal, wakes = new EventEmitter()): Promise<void> {
  let [faults, idle, isWoken, wakeUp] = [0, 0, false, () => {}]
  const wake = () => {
    isWoken = true
    wakeUp()
  }
  if (job.isWoken) wakes.on('wake', wake)
  while (!stopping.aborted) {
    isWoken = false
    const outcome = await triedOnce(job, stopping)
    faults = outcome === 'failed' ? faults + 1 : 0
    idle = outcome === 'nothing' ? idle + 1 : 0
    const woken = new AbortController()
    if (faults === 0) wakeUp = () => woken.abort()
    if (faults === 0 && isWoken) wakeUp()
    await pause(pauseMs(job, faults, idle), AbortSignal.any([stopping, woken.signal]))
    wakeUp = () => {}
    if (woken.signal.aborted) await pause(wokenPauseMs, stopping)
  }
  wakes.off('wake', wake)
}

function pauseMs({ everyMs, restMs = everyMs }: Job, faults: number, idle: number): number {
  if (faults > 0) return Math.min(everyMs * 2 ** faults, longestPauseMs)
  return Math.min(everyMs * 2 ** Math.max(0, idle - 1), restMs)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal }).catch(() => {})
}

/** Does a job once and says what became of it. A fault is logged. Never rejects. */
export async function triedOnce(job: Job, stopping: AbortSignal): Promise<'done' | 'nothing' | 'failed'> {
  try {
    return (await job.once(stopping)) === false ? 'nothing' : 'done'
  } catch (error) {
    logFault(newFaultReference(), error, { where: `worker ${job.name}` })
    return 'failed'
  }
}
