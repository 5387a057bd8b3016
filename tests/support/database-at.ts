import { types } from '#src/lib/db/adapter.ts'
import { databaseOn } from '#src/lib/db/database.ts'
import { endpointOf } from '#src/lib/db/endpoint.ts'
import { Pool } from '#src/lib/db/pool.ts'

const usual = { max: 2, idleMs: 20_000, lifeMs: 600_000, connectMs: 2000, queryMs: 4000, transactionMs: 4000 }

/** The real client at another address or with other limits, for tests of the client itself. */
export function databaseAt(url: string, changes: Partial<typeof usual> = {}) {
  const { queryMs, transactionMs, ...settings } = { ...usual, ...changes }
  const pool = new Pool(endpointOf(url), types, settings)
  return { ...databaseOn(() => pool, { queryMs, transactionMs }), pool }
}

/** How many connections a test of the client opens in the way that this run takes. */
export const poolMax = Number(process.env.DATABASE_POOL_MAX)
