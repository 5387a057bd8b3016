import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseAt } from '#tests/support/database-at.ts'
import { broken, type Outcome, operate, prepareStorm } from '#tests/support/storm.ts'
import type { Cut } from '#tests/support/wire-pair.ts'
import { WireProxy } from '#tests/support/wire-proxy.ts'

const proxy = await WireProxy.before(process.env.DATABASE_URL ?? '')
const url = proxy.through(process.env.DATABASE_URL ?? '')
const database = databaseAt(url, { transactionMs: 4000 })
const hasty = databaseAt(url, { transactionMs: 2500 })
const calm = () => Promise.resolve()
const outcomes: Outcome[] = []

let outside: Awaited<ReturnType<typeof prepareStorm>>
beforeAll(async () => {
  outside = await prepareStorm()
})
afterAll(async () => {
  await Promise.all([database.pool.close(), hasty.pool.close()])
  await proxy.close()
  await outside.end()
})

async function cutAtCommit(when: Cut['when'], repeatable: boolean, client = database, key = randomUUID()) {
  proxy.cutOnce({ at: /^commit$/, when })
  const outcome = await operate(client, calm, repeatable, key)
  expect(proxy.cutPending).toBe(false)
  outcomes.push(outcome)
  return outcome.answer
}

test('A commit that never arrives is repeated when the work is repeatable', async () => {
  for (let round = 0; round < 10; round++) expect(await cutAtCommit('before', true)).toBe('done')
})

test('A commit whose answer is lost ends in the stored result when the work is repeatable', async () => {
  for (let round = 0; round < 10; round++) expect(await cutAtCommit('after', true)).toBe('replay')
})

test('A commit that is followed by silence ends inside the time limit', async () => {
  const started = performance.now()
  expect(await cutAtCommit('silence', true, hasty)).toBe('replay')
  expect(performance.now() - started).toBeLessThan(3000)
})

test('A commit in doubt is never repeated on its own, and the same form sent again settles it', async () => {
  for (const [when, settled] of [
    ['before', 'done'],
    ['after', 'replay'],
  ] as const) {
    const key = randomUUID()
    expect(await cutAtCommit(when, false, database, key)).toBe('perhaps saved')
    expect((await operate(database, calm, false, key)).answer).toBe(settled)
  }
})

test('A connection cut at any statement, before or after it was done, still ends in one saved change', async () => {
  proxy.reset()
  await operate(database, calm)
  const statements = proxy.statements.length
  expect(statements).toBe(7)
  for (let at = 1; at <= statements; at++) {
    for (const when of ['before', 'after'] as const) {
      proxy.cutOnce({ at, when })
      const outcome = await operate(database, calm)
      outcomes.push(outcome)
      expect(proxy.cutPending).toBe(false)
      expect(outcome.answer).toBe(at === statements && when === 'after' ? 'replay' : 'done')
    }
  }
})

test('An outage that is shorter than the limit is a delay and nothing else', async () => {
  const patient = databaseAt(url, { max: 10, transactionMs: 8000 })
  const work = Array.from({ length: 20 }, () => operate(patient, calm))
  await proxy.goAway()
  await pause(700)
  await proxy.comeBack()
  const answered = await Promise.all(work)
  outcomes.push(...answered)
  expect(answered.map(({ answer }) => answer)).not.toContain('not saved')
  expect(answered.map(({ answer }) => answer)).not.toContain('perhaps saved')
  await patient.pool.close()
})

test('After all the cuts nothing is partial, doubled or in a wrong name', async () => {
  const known = outcomes.map(({ operation }) => operation)
  const faults = await broken(outside, outcomes)
  expect(faults.filter(fault => known.some(id => fault.startsWith(id)))).toEqual([])
})
