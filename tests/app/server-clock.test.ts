import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serverClock } from '#app/open-page/server-clock.ts'

const told = Date.parse('2026-11-23T09:40:00Z')
const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('the time of the server goes on, whatever the clock of the device says', () => {
  vi.setSystemTime('2001-01-01T00:00:00Z')
  const clock = serverClock(told, performance.now())
  vi.advanceTimersByTime(10 * minute)
  expect(clock.now()).toBe(told + 10 * minute)
})

test('what has passed since the answer came is counted, also before anybody asked', () => {
  const came = performance.now()
  vi.advanceTimersByTime(5000)
  expect(serverClock(told, came).now()).toBe(told + 5000)
})

test('a device that slept, or whose clock was set, does not know the time until the server tells it again', () => {
  for (const jump of [8 * 60 * minute, -8 * 60 * minute]) {
    const clock = serverClock(told, performance.now())
    vi.setSystemTime(Date.now() + jump)
    expect(clock.now()).toBeNull()
    clock.set(told + 3 * minute)
    vi.advanceTimersByTime(minute)
    expect(clock.now()).toBe(told + 4 * minute)
  }
})

test('a clock that is set right by some seconds is no reason to ask', () => {
  const clock = serverClock(told, performance.now())
  vi.setSystemTime(Date.now() + 5000)
  expect(clock.now()).toBe(told)
})
