import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { authDb, db, transaction } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { countTry } from '#src/lib/rate-limit.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'

const proxy = await proxyOwnDatabase()

beforeEach(async () => {
  proxy.delayMs = 0
  await db.execute(sql`select 1`)
  proxy.reset()
  // Slow enough that everything which leaves together is seen together.
  proxy.delayMs = 10
})

test('A read with parameters costs one round trip', async () => {
  await db.select().from(teams).where(eq(teams.id, 'support'))
  expect(proxy.roundTrips).toBe(1)
})

test('A transaction of one statement costs two round trips, actor included', async () => {
  await transaction('command:test', tx => tx.insert(teams).values({ id: 'one', name: 'One' }))
  expect(proxy.statements.map(statement => statement.text.split(' ')[0])).toEqual([
    'begin',
    'select',
    'insert',
    'commit',
  ])
  expect(proxy.roundTrips).toBe(2)
})

test('Four statements in a row cost five round trips, side by side they cost two', async () => {
  const add = (id: string) => ({ id, name: id })
  await transaction('command:test', async tx => {
    for (const id of ['a', 'b', 'c', 'd']) await tx.insert(teams).values(add(id))
  })
  expect(proxy.roundTrips).toBe(5)
  proxy.reset()
  await transaction('command:test', tx =>
    Promise.all(['e', 'f', 'g', 'h'].map(id => tx.insert(teams).values(add(id)))),
  )
  expect(proxy.roundTrips).toBe(2)
})

test('What is handed to the end leaves together with the commit', async () => {
  const add = (id: string) => ({ id, name: id })
  await transaction('command:test', async (tx, last) => {
    last(tx.update(teams).set({ name: 'Late' }).where(eq(teams.id, 'i')), undefined)
    await tx.insert(teams).values(add('i'))
  })
  expect(proxy.roundTrips).toBe(2)
  const [made] = await db.select({ name: teams.name }).from(teams).where(eq(teams.id, 'i'))
  expect(made).toEqual({ name: 'Late' })
})

test('A try is counted against three limits in one round trip', async () => {
  await countTry([1, 2, 3].map(most => ({ key: `door ${most}`, most })))
  expect(proxy.roundTrips).toBe(1)
})

test('Better Auth reads in one round trip and writes in two', async () => {
  await authDb.select().from(user).where(eq(user.email, 'nobody@holdfast.test'))
  expect(proxy.roundTrips).toBe(1)
  proxy.reset()
  await authDb.insert(user).values({ id: 'u1', name: 'Ada', email: 'ada@holdfast.test' }).returning()
  expect(proxy.roundTrips).toBe(2)
})
