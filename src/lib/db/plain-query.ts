import { DbError, isPassing } from './errors.ts'
import type { Pool } from './pool.ts'
import type { Answer, Statement } from './statement.ts'
import { isRead, refuseSessionControl } from './statement-kind.ts'

/** One statement outside a transaction. A read is asked again after a passing fault; a write never is. */
export async function runPlain(pool: Pool, statement: Statement, ms: number): Promise<Answer> {
  refuseSessionControl(statement.text)
  const mayRepeat = isRead(statement.text)
  const until = Date.now() + ms
  for (;;) {
    try {
      return await onFreeSlot(pool, statement, until, mayRepeat)
    } catch (error) {
      const pause = 50 + Math.random() * 100
      if (!mayRepeat || !isPassing(error) || Date.now() + pause + 200 > until) throw error
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
}

async function onFreeSlot(pool: Pool, statement: Statement, until: number, readsOnly: boolean) {
  const slot = await pool.acquire(until)
  const late = () => slot.kill(new DbError('QUERY_TIMEOUT', 'The statement exceeded its time limit.'))
  const deadline = setTimeout(late, Math.max(1, until - Date.now()))
  try {
    return await slot.send(statement)
  } catch (error) {
    if (!slot.dead || !slot.connected || readsOnly) throw error
    throw new DbError(slot.dead.code, 'The connection was lost during a write.', 'unknown', { cause: error })
  } finally {
    clearTimeout(deadline)
    pool.release(slot)
  }
}
