import 'server-only'
import { databaseEnv } from '#src/lib/env.ts'
import {
  bindToClient,
  type Client,
  type Database,
  databaseOver,
  type TransactionClient,
  type Tx,
  types,
} from './adapter.ts'
import { endpointOf, poolSize } from './endpoint.ts'
import { refuseInside } from './exclusive.ts'
import { runPlain } from './plain-query.ts'
import { Pool } from './pool.ts'
import type { Answer, Statement } from './statement.ts'
import { isRead } from './statement-kind.ts'
import { attempts, once } from './transaction.ts'

export type { Tx }

/** What a query function accepts: `db` outside a transaction, `tx` inside one. */
export type Reader = Pick<
  Database,
  'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | 'query' | 'execute' | '$count'
>

const queryMs = 8000
const transactionMs = 8000
const poolLimits = { idleMs: 20_000, lifeMs: 600_000, connectMs: 5000 }

/** Reads, each on any free connection. The database refuses its writes to fenced tables. */
export const db: Database = databaseOver(
  statement => plainly(statement, 'db'),
  () => Promise.reject(new Error('Use transaction(actor, work) in place of db.transaction().')),
)

/** For Better Auth's adapter only: reads go plain, each write names the actor `auth`. */
export const authDb: Database = databaseOver(
  statement => (isRead(statement.text) ? plainly(statement, 'authDb') : alone(statement)),
  work => asAuth(work),
)

/**
 * Runs `work` in one transaction in the name of `actor` (a user id, or `system:…` and `command:…`), and again
 * after faults that pass while `ms` milliseconds of wall clock last. `work` must touch nothing but its `tx`.
 * `repeatable` allows another attempt even when a commit is in doubt: only with a submission key as the first
 * statement. Throws what `work` throws, Postgres' errors, or a DbError that says whether it may have committed.
 */
export async function transaction<T>(
  actor: string,
  work: (tx: Tx) => Promise<T>,
  { repeatable = false, ms = transactionMs }: { repeatable?: boolean; ms?: number } = {},
): Promise<T> {
  refuseInside('transaction()')
  return attempts(pool(), actor, bindToClient(work), { repeatable, ms })
}

/** Ends all connections of this process. A later statement opens new ones. */
export function closeDatabase(): void {
  shared[key]?.close()
  shared[key] = undefined
}

async function plainly(statement: Statement, name: string) {
  refuseInside(name)
  return runPlain(pool(), statement, queryMs)
}

async function alone({ text, parameters, asArrays }: Statement): Promise<Answer> {
  refuseInside('authDb')
  const ask = async (client: TransactionClient): Promise<Answer> => {
    const query = client.unsafe(text, parameters)
    return asArrays ? query.values() : query
  }
  return attempts(pool(), 'auth', ask, { repeatable: false, ms: transactionMs })
}

const asAuth: Client['begin'] = async work => {
  refuseInside('authDb')
  return once(pool(), 'auth', work, Date.now() + transactionMs)
}

// One pool a process: bundles and hot reloads may load this module more than once.
const key = Symbol.for('holdfast.pool')
const shared = globalThis as { [key]?: Pool }

function pool(): Pool {
  shared[key] ??= openPool()
  return shared[key]
}

function openPool(): Pool {
  const { databaseUrl, databasePoolMax } = databaseEnv()
  const endpoint = endpointOf(databaseUrl)
  return new Pool(endpoint, types, { ...poolLimits, max: poolSize(endpoint, databasePoolMax) })
}
