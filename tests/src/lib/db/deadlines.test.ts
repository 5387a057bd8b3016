import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { codeOf, mayHaveCommitted } from '#src/lib/db/errors.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { databaseAt } from '#tests/support/database-at.ts'
import { deferred } from '#tests/support/deferred.ts'
import { rudeServer } from '#tests/support/rude-server.ts'

const url = process.env.DATABASE_URL ?? ''
/** What a busy machine may add to a limit, in milliseconds. */
const slack = 1500
const never = new Promise<never>(() => {})
const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(closing.splice(0).map(close => close()))
})

const at = (...given: Parameters<typeof databaseAt>) => {
  const made = databaseAt(...given)
  closing.push(() => made.pool.close(0))
  return made
}

async function timed(work: Promise<unknown>) {
  const started = performance.now()
  const error = await work.then(
    () => undefined,
    fault => fault,
  )
  return { error, code: codeOf(error), took: performance.now() - started }
}

test('A server that accepts and closes gives an error within the limit, and is not flooded with connections', async () => {
  const server = await rudeServer('closes')
  closing.push(server.close)
  const { db, transaction } = at(server.url, { queryMs: 1000, transactionMs: 1000 })
  const read = await timed(db.select().from(teams))
  expect(read.code).toBe('CONNECTION_CLOSED')
  expect(read.took).toBeLessThan(1000 + slack)
  const written = await timed(
    transaction('command:test', tx => tx.insert(teams).values({ id: 'a', name: 'A' })),
  )
  expect(written.took).toBeLessThan(1000 + slack)
  expect(mayHaveCommitted(written.error)).toBe(false)
  expect(server.counts().connections).toBeLessThan(50)
})

test('A server that never answers gives an error at the limit, and no connection stays open', async () => {
  const server = await rudeServer('says nothing')
  closing.push(server.close)
  const { db, transaction, pool } = at(server.url, { queryMs: 600, transactionMs: 600, connectMs: 300 })
  expect((await timed(db.select().from(teams))).took).toBeLessThan(600 + slack)
  expect((await timed(transaction('command:test', tx => tx.select().from(teams)))).took).toBeLessThan(
    600 + slack,
  )
  await vi.waitFor(() => expect(server.counts().open).toBe(0))
  expect(pool.counts.open).toBe(0)
})

test('A server that is not there is told from a statement that failed', async () => {
  const server = await rudeServer('closes')
  await server.close()
  const { db } = at(server.url, { queryMs: 400 })
  expect((await timed(db.select().from(teams))).code).toBe('ECONNREFUSED')
})

test('A statement over the limit ends, and the connection of the next one is a new one', async () => {
  const { db } = at(url, { max: 1, queryMs: 1000 })
  const slow = await timed(db.execute(sql`select pg_sleep(30)`))
  expect(slow.code).toBe('QUERY_TIMEOUT')
  expect(slow.took).toBeLessThan(1000 + slack)
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }])
})

test('Work that waits for something else than the database cannot keep its connection for ever', async () => {
  const { db, transaction } = at(url, { max: 1, transactionMs: 500 })
  const stuck = await timed(transaction('command:test', () => never))
  expect(stuck.code).toBe('TX_TIMEOUT')
  expect(stuck.took).toBeLessThan(500 + slack)
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }])
})

test('Waiting for a free connection has an end', async () => {
  const { db, transaction } = at(url, { max: 1, queryMs: 1000 })
  const release = deferred()
  const holding = transaction('command:test', async tx => {
    await tx.select().from(teams)
    await release.promise
  })
  const waiting = await timed(db.select().from(teams))
  expect(waiting.code).toBe('POOL_TIMEOUT')
  release.resolve()
  await holding
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }])
})

test('A connection that was idle too long by the clock on the wall is not used again', async () => {
  const { db, pool } = at(url, { max: 1, idleMs: 20_000 })
  await db.execute(sql`select 1`)
  expect(pool.counts).toEqual({ open: 1, free: 1, waiting: 0 })
  const killed = vi.spyOn(pool, 'release')
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + 19_000)
  await db.execute(sql`select 1`)
  vi.setSystemTime(Date.now() + 21_000)
  await db.execute(sql`select 1`)
  const [kept, renewed] = killed.mock.calls.map(([slot]) => slot)
  expect(renewed).not.toBe(kept)
  expect(kept?.dead).toBeDefined()
})

test('Idle connections are given back to the server', async () => {
  const { db, pool } = at(url, { max: 2, idleMs: 500 })
  await Promise.all([db.execute(sql`select 1`), db.execute(sql`select 1`)])
  expect(pool.counts.open).toBeGreaterThan(0)
  await vi.waitFor(() => expect(pool.counts.open).toBe(0), { timeout: 3000 })
})

test('Closing lets running work finish and refuses new work', async () => {
  const { db, transaction, pool } = databaseAt(url, { max: 1 })
  const begun = deferred()
  const release = deferred()
  const running = transaction('command:test', async tx => {
    await tx.insert(teams).values({ id: 'last', name: 'Last' })
    begun.resolve()
    await release.promise
    return 'finished'
  })
  await begun.promise
  const closed = pool.close()
  expect((await timed(db.select().from(teams))).code).toBe('POOL_CLOSED')
  release.resolve()
  expect(await running).toBe('finished')
  await closed
  expect(pool.counts.open).toBe(0)
})
