import { setTimeout as wait } from 'node:timers/promises'
import { db } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { startFigures } from '#src/lib/figures.ts'
import { countWaiting } from '#src/mail/queries.ts'
import { jobs } from './jobs.ts'
import { keepDoing } from './keep-doing.ts'
import { wakes } from './wakes.ts'

const graceMs = 10_000

/**
 * Starts everything that the desk does by time. `stop` lets what is being done come to its end, for ten seconds at
 * most: what is cut off then was not committed, and is done by whoever starts next. Several workers may run at once.
 */
export function startWorker(): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const done = Promise.all(jobs({ listens: true }).map(job => keepDoing(job, stopping.signal, wakes)))
  const stopFigures = startFigures('worker', env().figuresEveryMs, () => countWaiting(db))
  return {
    stop: async () => {
      stopFigures()
      stopping.abort()
      await Promise.race([done, wait(graceMs, undefined, { ref: false })])
    },
  }
}
