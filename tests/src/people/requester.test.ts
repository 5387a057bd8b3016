import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, transaction } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { requesterFor } from '#src/people/requester.ts'
import { proxyOwnDatabase } from '#tests/support/own-proxy.ts'

const proxy = await proxyOwnDatabase()

const somebody = () => ({ name: 'Nell Quayle', email: `${crypto.randomUUID()}@kelpbay.test` })
const find = (person: ReturnType<typeof somebody>) => transaction('test', tx => requesterFor(tx, person))

test('Somebody who is asked for by many at one moment is made once', async () => {
  const person = somebody()
  const found = await Promise.all(Array.from({ length: 20 }, () => find(person)))
  expect(new Set(found.map(({ userId }) => userId)).size).toBe(1)
  expect(await db.$count(user, eq(user.email, person.email))).toBe(1)
})

test('Whoever is known keeps their name', async () => {
  const person = somebody()
  await find(person)
  expect(await find({ ...person, name: 'Another' })).toMatchObject(person)
})

test('A person is found or made in one round trip, and COMMIT is the second', async () => {
  await find(somebody())
  proxy.delayMs = 10
  proxy.reset()
  await find(somebody())
  expect(proxy.roundTrips).toBe(2)
  proxy.delayMs = 0
})
