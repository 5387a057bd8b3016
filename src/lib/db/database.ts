import {
  bindToClient,
  type Client,
  type Database,
  databaseOver,
  type Last,
  type TransactionClient,
  type Tx,
} from './adapter.ts'
import { attempts } from './attempts.ts'
import { refuseInside } from './exclusive.ts'
import { runPlain } from './plain-query.ts'
import type { Pool } from './pool.ts'
import type { Answer, Statement } from './statement.ts'
import { isRead } from './statement-kind.ts'
import { runTransaction } from './transaction.ts'

/** Wall-clock limits in milliseconds; the role's own limits in the database end what the server still runs. */
export type DatabaseLimits = { queryMs: number; transactionMs: number }

export type TransactionOptions = { repeatable?: boolean; ms?: number }

/** The three doors to one pool, which is asked for at the first statement and not before. */
export function databaseOn(pool: () => Pool, { queryMs, transactionMs }: DatabaseLimits) {
  const plainly = (name: string) => async (statement: Statement) => {
    refuseInside(name)
    return runPlain(pool(), statement, queryMs)
  }

  const alone = async ({ text, parameters, asArrays }: Statement) => {
    refuseInside('authDb')
    const ask = async (client: TransactionClient): Promise<Answer> => {
      const query = client.unsafe(text, parameters)
      return asArrays ? query.values() : query
    }
    return attempts(pool(), 'auth', ask, { repeatable: false, ms: transactionMs })
  }

  // One attempt only: what Better Auth does between its statements is not ours to repeat.
  const asAuth: Client['begin'] = async work => {
    refuseInside('authDb')
    return runTransaction(pool(), 'auth', work, Date.now() + transactionMs)
  }

  const read = plainly('db')
  const authRead = plainly('authDb')
  const db: Database = databaseOver(read, async () => {
    throw new Error('Use transaction(actor, work) in place of db.transaction().')
  })
  const authDb: Database = databaseOver(
    statement => (isRead(statement.text) ? authRead(statement) : alone(statement)),
    asAuth,
  )

  const transaction = async <T>(
    actor: string,
    work: (tx: Tx, last: Last) => Promise<T>,
    { repeatable = false, ms = transactionMs }: TransactionOptions = {},
  ): Promise<T> => {
    refuseInside('transaction()')
    return attempts(pool(), actor, bindToClient(work), { repeatable, ms })
  }

  return { db, authDb, transaction }
}
