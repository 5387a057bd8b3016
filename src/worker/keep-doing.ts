import { setTimeout as wait } from 'node:timers/promises'
import { logFault, newFaultReference } from '#src/lib/log.ts'

/**
 * Something that the desk does by time. `once` does all that is due now and returns early, between two pieces of
 * work, when `stopping` is aborted; then it is done again after `everyMs` milliseconds.
 */
export type Job = { name: string; everyMs: number; once: (stopping: AbortSignal) => Promise<void> }

const longestPauseMs = 300_000

/**
 * Does a job again and again until `stopping` is aborted. A fault never ends it: it is logged, and the next try comes
 * after twice the pause, at most five minutes. Never rejects.
 */
export async function keepDoing(job: Job, stopping: AbortSignal): Promise<void> {
  let faults = 0
  while (!stopping.aborted) {
    faults = (await succeeds(job, stopping)) ? 0 : faults + 1
    const pause = faults === 0 ? job.everyMs : Math.min(job.everyMs * 2 ** faults, longestPauseMs)
    await wait(pause, undefined, { signal: stopping }).catch(() => {})
  }
}

async function succeeds(job: Job, stopping: AbortSignal): Promise<boolean> {
  try {
    await job.once(stopping)
    return true
  } catch (error) {
    logFault(newFaultReference(), error, { where: `worker ${job.name}` })
    return false
  }
}
