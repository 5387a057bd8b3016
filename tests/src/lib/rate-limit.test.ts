import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#src/lib/db/client.ts'
import { rateLimits } from '#src/lib/db/tables/system.ts'
import { countTry, takeBack } from '#src/lib/rate-limit.ts'

const limit = (most: number) => ({ key: `a door of nell@kelpbay.test ${crypto.randomUUID()}`, most })
const wordsOf = (counted: Promise<void>) => counted.then(() => null).catch(error => error.message)

async function letMinutesPass(minutes: number) {
  await db
    .update(rateLimits)
    .set({ startedAt: sql`${rateLimits.startedAt} - make_interval(mins => ${minutes})` })
    .execute()
}

test('The try after the last that is allowed is refused, with the minutes to wait', async () => {
  const limits = [limit(2)]
  expect(await wordsOf(countTry(limits))).toBeNull()
  expect(await wordsOf(countTry(limits))).toBeNull()
  expect(await wordsOf(countTry(limits))).toBe('There were too many tries. Wait 15 minutes, then try again.')
  await letMinutesPass(14)
  expect(await wordsOf(countTry(limits))).toBe('There were too many tries. Wait one minute, then try again.')
})

test('Nobody waits longer than the window, however often they tried while they waited', async () => {
  const limits = [limit(1)]
  for (let at = 0; at < 10; at++) await wordsOf(countTry(limits))
  await letMinutesPass(15)
  expect(await wordsOf(countTry(limits))).toBeNull()
})

test('The strictest of several limits counts, and one does not use up another', async () => {
  const [narrow, wide] = [limit(1), limit(3)]
  await countTry([narrow, wide])
  expect(await wordsOf(countTry([narrow, wide]))).toContain('too many')
  expect(await wordsOf(countTry([wide]))).toBeNull()
  expect(await wordsOf(countTry([limit(1)]))).toBeNull()
})

test('A try that is taken back was never made', async () => {
  const limits = [limit(1), limit(1)]
  for (let at = 0; at < 5; at++) {
    await countTry(limits)
    await takeBack(limits)
  }
  await countTry(limits)
  expect(await wordsOf(countTry(limits))).toContain('too many')
})

test('Of thirty tries at the same moment exactly as many pass as may, in whatever order the limits are named', async () => {
  const limits = [limit(7), limit(100)]
  const tries = Array.from({ length: 30 }, (_, at) =>
    wordsOf(countTry(at % 2 ? limits : [...limits].reverse())),
  )
  expect((await Promise.all(tries)).filter(words => words === null)).toHaveLength(7)
})

test('Tries that are counted and taken back at the same moment never wait for each other in a circle', async () => {
  const [narrow, wide] = [limit(40), limit(41)]
  const others = [limit(40), wide]
  const tries = Array.from({ length: 40 }, async (_, at) => {
    const limits = at % 2 ? [narrow, wide] : others
    await countTry(limits)
    await takeBack(at % 3 ? limits : limits.toReversed())
  })
  await Promise.all(tries)
  for (let at = 0; at < 41; at++) await countTry([wide])
  expect(await wordsOf(countTry([wide]))).toContain('too many')
})

test('What is stored tells nobody which address was tried', async () => {
  await countTry([limit(1)])
  const rows = await db.select().from(rateLimits)
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/nell|kelpbay|door/)
})
