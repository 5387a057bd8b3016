import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
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

/** Keeps doing a job that hardly ever has anything to do; resolves to how often it was begun so far, and to its end. */
function doRarely(more: Partial<Job>, wakes: EventEmitter) {
  const stopping = new AbortController()
  const begun: number[] = []
  const once = async () => {
    begun.push(performance.now())
    return false
  }
  const done = keepDoing({ name: 'test', everyMs: 20, once, ...more }, stopping.signal, wakes)
  const stop = () => {
    stopping.abort()
    return done
  }
  return { begun, stop }
}

test('A job that has nothing to do rests longer each time, up to its longest rest', async () => {
  const { begun, stop } = doRarely({ restMs: 80 }, new EventEmitter())
  await vi.waitFor(() => expect(begun.length).toBeGreaterThanOrEqual(6), { timeout: 10_000 })
  await stop()
  const pauses = begun.slice(1, 6).map((at, index) => at - (begun[index] ?? 0))
  for (const [at, least] of [20, 40, 80, 80, 80].entries()) expect(pauses[at]).toBeGreaterThan(least - 2)
})

test('A job that rests is done soon when it is woken, once each time, and no job that need not hear of it', async () => {
  const wakes = new EventEmitter()
  const deaf = doRarely({ everyMs: 3_600_000 }, wakes)
  const { begun, stop } = doRarely({ everyMs: 3_600_000, isWoken: true }, wakes)
  await vi.waitFor(() => expect(begun).toHaveLength(1))
  wakes.emit('wake')
  await vi.waitFor(() => expect(begun).toHaveLength(2))
  wakes.emit('wake')
  await vi.waitFor(() => expect(begun).toHaveLength(3))
  await Promise.all([stop(), deaf.stop()])
  expect(deaf.begun).toHaveLength(1)
  expect([begun.length, wakes.listenerCount('wake')]).toEqual([3, 0])
})

test('A job that is woken while it is at work is done once more, for what came too late', async () => {
  const wakes = new EventEmitter()
  const [goOn, stopping] = [deferred(), new AbortController()]
  let times = 0
  const once = async () => {
    times += 1
    if (times === 1) await goOn.promise
    else stopping.abort()
    return undefined
  }
  const done = keepDoing({ name: 'test', everyMs: 3_600_000, isWoken: true, once }, stopping.signal, wakes)
  for (const _ of [1, 2, 3]) wakes.emit('wake')
  goOn.resolve()
  await done
  expect(times).toBe(2)
})

test('A job that has failed waits for its pause, however often it is woken', async () => {
  const wakes = new EventEmitter()
  const stopping = new AbortController()
  let times = 0
  const once = async () => {
    times += 1
    throw new Error('The mail server is away')
  }
  const done = keepDoing({ name: 'test', everyMs: 3_600_000, isWoken: true, once }, stopping.signal, wakes)
  await vi.waitFor(() => expect(times).toBe(1))
  for (const _ of [1, 2, 3]) wakes.emit('wake')
  stopping.abort()
  await done
  expect(times).toBe(1)
})
