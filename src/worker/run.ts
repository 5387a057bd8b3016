import { setTimeout as wait } from 'node:timers/promises'
import { jobs } from './jobs.ts'
import { keepDoing } from './keep-doing.ts'

const graceMs = 10_000

/**
 * Starts everything that the desk does by time. `stop` lets what is being done come to its end, for ten seconds at
 * most: what is cut off then was not committed, and is done by whoever starts next. Several workers may run at once.
 */
export function startWorker(): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const done = Promise.all(jobs().map(job => keepDoing(job, stopping.signal)))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([done, wait(graceMs, undefined, { ref: false })])
    },
  }
}
