import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMissing } from 'drizzle-orm/postgres-js/migrator'
import { z } from 'zod'
import type { Reader } from './client.ts'
import { directClient } from './direct.ts'
import { endpointOf } from './endpoint.ts'
import { codeOf, isPassing } from './errors.ts'

const folder = join(process.cwd(), 'drizzle')
const journalShape = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) })
const lockNumber = 4_653_786_733
const mostTries = 10

/**
 * Brings the database to the newest migration, over a direct connection of the owner role. Safe to start
 * several times at once: one runs, the others wait for it. Throws Postgres' error when a migration fails.
 */
export async function migrate(directUrl: string): Promise<void> {
  if (endpointOf(directUrl).pooled) {
    throw new Error('Migrations need a direct connection, and DATABASE_URL_DIRECT leads through a pooler.')
  }
  for (let tries = 1; ; tries++) {
    try {
      return await underLock(directUrl)
    } catch (error) {
      if (!isPassing(error) || tries === mostTries) throw error
      await new Promise(resolve => setTimeout(resolve, 200 * tries))
    }
  }
}

/** The names of this build's migrations that the database has not had. */
export async function pendingMigrations(db: Reader): Promise<string[]> {
  const journal = journalShape.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')))
  const landed = await landedMigrations(db)
  return journal.entries.filter(entry => !landed.has(entry.when)).map(entry => entry.tag)
}

async function underLock(directUrl: string): Promise<void> {
  const client = directClient(directUrl, { 'app.actor': 'migration', lock_timeout: '60s' })
  try {
    await client`select pg_advisory_lock(${lockNumber})`
    // A migration that waits for a lock holds up every query behind it: it gives up soon and tries again.
    await client`set lock_timeout = '2s'`
    await applyMissing(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.end({ timeout: 2 })
  }
}

// Drizzle records a migration by the moment at which it was generated.
async function landedMigrations(db: Reader): Promise<Set<number>> {
  try {
    const rows = await db.execute<{ at: string }>(
      sql`select created_at as at from drizzle.__drizzle_migrations`,
    )
    return new Set(rows.map(row => Number(row.at)))
  } catch (error) {
    const noSuchTable = '42P01'
    if (codeOf(error) === noSuchTable) return new Set()
    throw error
  }
}
