import 'server-only'
import { databaseEnv } from '#src/lib/env.ts'
import { type Database, type Last, type Tx, types } from './adapter.ts'
import { databaseOn, type TransactionOptions } from './database.ts'
import { endpointOf, poolSize } from './endpoint.ts'
import { Pool } from './pool.ts'

export type { Last, Tx }

/** What a query function accepts: `db` outside a transaction, `tx` inside one. */
export type Reader = Pick<
  Database,
  'select' | 'selectDistinct' | 'selectDistinctOn' | '$with' | 'with' | 'query' | 'execute' | '$count'
>

const poolLimits = { idleMs: 20_000, lifeMs: 600_000, connectMs: 5000 }
const doors = databaseOn(pool, { queryMs: 8000, transactionMs: 8000 })

/** Reads, each on any free connection. The database refuses its writes to fenced tables. */
export const db = doors.db

/** For Better Auth's adapter only: reads go plain, each write names the actor `auth`. */
export const authDb = doors.authDb

/**
 * Runs `work` in one transaction in the name of `actor` (a user id, or `system:…` and `command:…`), and again
 * after faults that pass while `ms` milliseconds of wall clock last. `work` must touch nothing but its `tx`. What it hands
 * to `last` leaves together with COMMIT: a round trip less, for statements whose answers nobody needs.
 * `repeatable` allows another attempt even when a commit is in doubt: only with a submission key as the first
 * statement. Throws what `work` throws, Postgres' errors, or a DbError that says whether it may have committed.
 */
export function transaction<T>(
  actor: string,
  work: (tx: Tx, last: Last) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return doors.transaction(actor, work, options)
}

/**
 * A query that every page asks, with `sql.placeholder` for what differs: Drizzle puts its text together once for each
 * reader, which takes longer than Postgres takes to answer it. Nothing is prepared in the database, where a pooler would
 * not find it again.
 */
export function builtOnce<Built extends Query>(build: (reader: Reader) => Built) {
  const built = new WeakMap<Reader, ReturnType<Built['prepare']>>()
  return (reader: Reader, values?: Record<string, unknown>): Rows<Built> => {
    const known = built.get(reader) ?? (build(reader).prepare('') as ReturnType<Built['prepare']>)
    built.set(reader, known)
    return known.execute(values) as Rows<Built>
  }
}

type Query = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<unknown> } }
type Rows<Built extends Query> = ReturnType<ReturnType<Built['prepare']>['execute']>

/** Lets running work finish and ends all connections of this process. A later statement opens new ones. */
export async function closeDatabase(): Promise<void> {
  const open = shared[key]
  shared[key] = undefined
  await open?.close()
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
