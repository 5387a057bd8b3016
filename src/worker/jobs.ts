import { type Tx, transaction } from '#src/lib/db/client.ts'
import { env } from '#src/lib/env.ts'
import { closeByTime } from '#src/tickets/close-by-time.ts'
import type { Job } from './keep-doing.ts'

const second = 1000
const minute = 60 * second

/** The jobs of this desk, by its settings. */
export function jobs(): Job[] {
  const { closeSolvedAfterDays } = env()
  return [oneByOne('close-solved', minute, tx => closeByTime(tx, closeSolvedAfterDays))]
}

/** A job that does one piece a transaction until `next` says that there is none left. */
function oneByOne(name: string, everyMs: number, next: (tx: Tx) => Promise<boolean>): Job {
  const once = async (stopping: AbortSignal) => {
    while (!stopping.aborted && (await transaction(`system:${name}`, next)));
  }
  return { name, everyMs, once }
}
