import type { InTransaction } from './adapter.ts'
import { codeOf, DbError, isPassing, mayHaveCommitted } from './errors.ts'
import type { Pool } from './pool.ts'
import { runTransaction } from './transaction.ts'

export type AttemptLimits = {
  /** Wall-clock limit of the whole, all attempts together, in milliseconds. */
  ms: number
  /** Try again after a fault that may have come after the commit. Only when a second run is harmless. */
  repeatable: boolean
}

/** Tries one transaction until it commits, until its fault is lasting, or until its time is over. */
export async function attempts<T>(
  pool: Pool,
  actor: string,
  work: InTransaction<T>,
  { ms, repeatable }: AttemptLimits,
): Promise<T> {
  const until = Date.now() + ms
  // The first attempt gets 60 % of the time, so that one silent server leaves room for another attempt.
  const firstUntil = until - 0.4 * ms
  let inDoubt = false
  for (let attempt = 0; ; attempt++) {
    try {
      return await runTransaction(pool, actor, work, attempt === 0 ? firstUntil : until)
    } catch (error) {
      inDoubt ||= mayHaveCommitted(error)
      const pause = Math.min(1000, 25 * 2 ** attempt) * (0.5 + Math.random())
      const passes = isPassing(error) || (attempt === 0 && codeOf(error) === 'TX_TIMEOUT')
      if (!passes || (inDoubt && !repeatable) || Date.now() + pause > until) throw told(error, inDoubt)
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
}

// An earlier attempt may have committed even when the last one surely did not.
function told(error: unknown, inDoubt: boolean): unknown {
  if (!inDoubt || mayHaveCommitted(error)) return error
  const words = 'An earlier attempt at this transaction may have been saved.'
  return new DbError(codeOf(error) ?? 'COMMIT_UNKNOWN', words, 'unknown', { cause: error })
}
