import { randomBytes } from 'node:crypto'
import { afterAll, expect, inject, test } from 'vitest'
import { directClient } from '#src/lib/db/direct.ts'
import { migrate, pendingMigrations } from '#src/lib/db/migrate.ts'
import { databaseAt } from '#tests/support/database-at.ts'
import { asOwner } from '#tests/support/template.ts'

const superuserUrl = inject('superuserUrl')
const name = `empty_${randomBytes(6).toString('hex')}`
const url = asOwner(superuserUrl, name)
const server = directClient(superuserUrl)
await server.unsafe(`create database ${name} owner holdfast_owner`)
const { db, pool } = databaseAt(url)

afterAll(async () => {
  await pool.close()
  await server.unsafe(`drop database ${name} with (force)`)
  await server.end()
})

test('An empty database misses every migration, by name', async () => {
  const pending = await pendingMigrations(db)
  expect(pending.slice(0, 2)).toEqual(['0000_foundation', '0001_guards'])
})

test('Migrations that start at the same moment run once, and nothing is pending afterwards', async () => {
  await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(await pendingMigrations(db)).toEqual([])
  const owner = directClient(url)
  const rows = await owner`select hash from drizzle.__drizzle_migrations`
  expect(new Set(rows.map(row => row.hash)).size).toBe(rows.length)
  await owner.end()
})

test('A database that is newer than this build has nothing pending', async () => {
  const owner = directClient(url)
  await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${8_000_000_000_000})`
  await owner.end()
  expect(await pendingMigrations(db)).toEqual([])
})
