import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tx } from '#src/lib/db/client.ts'
import { databaseAt, poolMax } from '#tests/support/database-at.ts'
import { broken, type Outcome, operate, prepareStorm } from '#tests/support/storm.ts'

const wanted = Number(process.env.HOLDFAST_STORM_KILLS ?? 60)
const time = 30_000 + 200 * wanted
const writers = poolMax === 1 ? 4 : 25
const limits = { max: poolMax, transactionMs: 8000, queryMs: 8000 }
const database = databaseAt(process.env.DATABASE_URL ?? '', limits)

let outside: Awaited<ReturnType<typeof prepareStorm>>
beforeAll(async () => {
  outside = await prepareStorm()
})
afterAll(async () => {
  await database.pool.close()
  await outside.end()
})

const everything: Outcome[] = []
const moments = ['after begin', 'between', 'before commit'] as const

test(
  'Backends killed at chosen points of their own transaction leave all or nothing, once, by the right actor',
  async () => {
    let kills = 0
    const disturbance = () => {
      const chosen = moments[Math.floor(Math.random() * moments.length)]
      let attempts = 0
      return async (moment: (typeof moments)[number], tx: Tx) => {
        if (moment !== chosen || kills >= wanted || attempts++ > 1) return
        kills++
        const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        const kill = outside`select pg_terminate_backend(${row?.pid ?? 0})`
        // Around COMMIT nobody waits for the kill: it falls before, into or behind it.
        if (moment === 'before commit') kill.catch(() => {})
        else await kill
        if (Math.random() < 0.5) await pause(Math.random() * 3)
      }
    }
    const outcomes: Outcome[] = []
    await storm(() => kills >= wanted, disturbance, outcomes)
    await expectAllDone(outcomes)
  },
  time,
)

test(
  'pool-survives-20-kills: Backends killed at random leave all or nothing, once, by the right actor',
  async () => {
    let kills = 0
    const outcomes: Outcome[] = []
    const killing = (async () => {
      for (let finished = -1; kills < wanted; await pause(5 + Math.random() * 20)) {
        // One kill for each finished operation at most: faster than that, a slow pooler has no living connection.
        if (outcomes.length === finished) continue
        finished = outcomes.length
        const killed = await outside`
          select pg_terminate_backend(pid) from pg_stat_activity
          where usename = 'holdfast_app' and datname = current_database()
            and state in ('active', 'idle in transaction')
          order by random() limit 1`
        kills += killed.length
      }
    })()
    const calm = () => () => Promise.resolve()
    await storm(() => kills >= wanted, calm, outcomes)
    await killing
    await expectAllDone(outcomes)
  },
  time,
)

async function storm(
  isOver: () => boolean,
  disturbance: () => Parameters<typeof operate>[1],
  outcomes: Outcome[],
): Promise<void> {
  const writer = async () => {
    while (!isOver()) outcomes.push(await operate(database, disturbance()))
  }
  await Promise.all(Array.from({ length: writers }, writer))
}

async function expectAllDone(outcomes: Outcome[]) {
  everything.push(...outcomes)
  expect(await broken(outside, everything)).toEqual([])
  expect(outcomes.filter(({ answer }) => answer === 'not saved' || answer === 'perhaps saved')).toEqual([])
  await expectWholePool()
}

async function expectWholePool() {
  const started = performance.now()
  const calm = () => operate(database, () => Promise.resolve())
  const outcomes = await Promise.all(Array.from({ length: 3 * poolMax }, calm))
  everything.push(...outcomes)
  expect(outcomes.every(({ answer }) => answer === 'done')).toBe(true)
  expect(performance.now() - started).toBeLessThan(4000)
  expect(database.pool.counts.open).toBeLessThanOrEqual(poolMax)
}
