import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyPending } from 'drizzle-orm/postgres-js/migrator'
import type { Reader } from './client.ts'
import { directClient } from './direct.ts'
import { codeOf, isPassing } from './errors.ts'

const folder = { migrationsFolder: join(process.cwd(), 'drizzle') }
const lockNumber = 4_653_786_733
const tries = 10

/**
 * Brings the database to the newest migration, over a direct connection of the owner role. Safe to start
 * several times at once: one runs, the others wait for it. Throws Postgres' error when a migration fails.
 */
export async function migrate(directUrl: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await underLock(directUrl)
    } catch (error) {
      if (!isPassing(error) || tried === tries) throw error
      await new Promise(resolve => setTimeout(resolve, 200 * tried))
    }
  }
}

/** The names of migrations in this build that the database has not seen. */
export async function pendingMigrations(db: Reader): Promise<string[]> {
  const landed = await lastLanded(db)
  return readMigrationFiles(folder)
    .filter(migration => migration.folderMillis > landed)
    .map(migration => migration.hash.slice(0, 12))
}

async function underLock(directUrl: string): Promise<void> {
  // A migration that waits for a lock holds up every query behind it: it gives up soon and tries again.
  const sql = directClient(directUrl, { 'app.actor': 'migration', lock_timeout: '2s' })
  try {
    await sql`select set_config('lock_timeout', '60s', false)`
    await sql`select pg_advisory_lock(${lockNumber})`
    await sql`select set_config('lock_timeout', '2s', false)`
    await applyPending(drizzle(sql), folder)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function lastLanded(db: Reader): Promise<number> {
  try {
    const [row] = await db.execute<{ at: string }>(
      sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
    )
    return Number(row?.at ?? 0)
  } catch (error) {
    if (codeOf(error) === '42P01') return 0
    throw error
  }
}
