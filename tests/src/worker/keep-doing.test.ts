import { expect, test } from 'vitest'
import { type Job, keepDoing } from '#src/worker/keep-doing.ts'
import { deferred } from '#tests/support/deferred.ts'

/** Keeps doing a job that says each time what becomes of it, until it has begun so often. */
async function doTimes(times: number, everyMs: number, outcome: (time: number) => Promise<void>) {
  const stopping = new AbortController()
  const begun: number[] = []
  const job: Job = {
    name: 'test',
    everyMs,
    once: async () => {
      begun.push(performance.now())
      if (begun.length === times) stopping.abort()
      await outcome(begun.length)
    },
  }
  await keepDoing(job, stopping.signal)
  return begun.slice(1).map((at, index) => at - (begun[index] ?? 0))
}

test('A job is done again and again, with its pause in between', async () => {
  const pauses = await doTimes(4, 20, async () => {})
  expect(pauses).toHaveLength(3)
  for (const pause of pauses) expect(pause).toBeGreaterThan(18)
})

test('A fault ends nothing: the job is done again, after longer and longer pauses until it works again', async () => {
  const pauses = await doTimes(8, 20, async time => {
    if (time <= 5) throw new Error('The database is away')
  })
  const least = [40, 80, 160, 320, 640, 20, 20]
  for (const [at, pause] of pauses.entries()) expect(pause).toBeGreaterThan((least[at] ?? 0) - 2)
  // The pause after the first success is short again.
  expect(pauses[5]).toBeLessThan(640)
})

test('Stopping lets the piece that is being done come to its end, and does not wait for the pause', async () => {
  const stopping = new AbortController()
  const [begun, goOn] = [deferred(), deferred()]
  let ended = false
  const done = keepDoing(
    {
      name: 'test',
      everyMs: 3_600_000,
      once: async signal => {
        begun.resolve()
        await goOn.promise
        expect(signal.aborted).toBe(true)
        ended = true
      },
    },
    stopping.signal,
  )
  await begun.promise
  stopping.abort()
  goOn.resolve()
  await done
  expect(ended).toBe(true)
})
