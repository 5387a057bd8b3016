import { expect, test } from 'vitest'
import type { ClockName } from '#src/sla/clocks.ts'
import { dueWords } from '#src/sla/due-words.ts'

const now = new Date('2026-11-23T09:40:00Z')
const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const clocks: ClockName[] = ['first-response', 'next-reply', 'resolution']

const words = (ms: number, clock: ClockName = 'first-response') =>
  dueWords(new Date(now.getTime() + ms), now, clock)

test('what is due is said as a sentence of its own for each clock', () => {
  expect(words(25 * minute, 'first-response')).toBe('First reply due in 25 minutes')
  expect(words(25 * minute, 'next-reply')).toBe('Next reply due in 25 minutes')
  expect(words(25 * minute, 'resolution')).toBe('Solution due in 25 minutes')
  expect(words(-2 * hour, 'first-response')).toBe('First reply 2 hours late')
  expect(words(-2 * hour, 'next-reply')).toBe('Next reply 2 hours late')
  expect(words(-2 * hour, 'resolution')).toBe('Solution 2 hours late')
})

test('where nothing is owed, nothing is due', () => {
  for (const clock of clocks) expect(dueWords(null, now, clock)).toBe('Nothing is due')
})

test.each([
  [0, 'First reply due in less than a minute'],
  [minute - 1, 'First reply due in less than a minute'],
  [minute, 'First reply due in 1 minute'],
  [2 * minute - 1, 'First reply due in 1 minute'],
  [2 * minute, 'First reply due in 2 minutes'],
  [2 * hour - 1, 'First reply due in 119 minutes'],
  [2 * hour, 'First reply due in 2 hours'],
  [2 * day - 1, 'First reply due in 47 hours'],
  [2 * day, 'First reply due in 2 days'],
  [400 * day, 'First reply due in 400 days'],
  [-1, 'First reply less than a minute late'],
  [-minute + 1, 'First reply less than a minute late'],
  [-minute, 'First reply 1 minute late'],
  [-2 * minute, 'First reply 2 minutes late'],
  [-2 * hour + 1, 'First reply 119 minutes late'],
  [-2 * hour, 'First reply 2 hours late'],
  [-2 * day + 1, 'First reply 47 hours late'],
  [-2 * day, 'First reply 2 days late'],
])('at the border of a unit, %d ms from the due time reads "%s"', (ms, sentence) => {
  expect(words(ms)).toBe(sentence)
})

test('every sentence is complete, and tells its clock and whether it is late from all others', () => {
  const distances = [0, minute, 5 * minute, 5 * hour, 5 * day]
  const all = clocks.flatMap(clock => distances.flatMap(ms => [words(ms, clock), words(-ms - 1, clock)]))
  expect(new Set(all).size).toBe(all.length)
  for (const sentence of all) expect(sentence).toMatch(/^[A-Z][a-z]+[^{}]*$/)
})

test('what became due after the page was read is not called late, because it may have been done', () => {
  const at = (ms: number) => new Date(now.getTime() + ms)
  const since = (dueIn: number, read: number, clock: ClockName = 'first-response') =>
    dueWords(at(dueIn), now, clock, at(read))
  expect(since(-minute, -hour)).toBe('First reply was due 1 minute ago')
  expect(since(-5 * minute, -hour, 'next-reply')).toBe('Next reply was due 5 minutes ago')
  expect(since(-3 * hour, -day, 'resolution')).toBe('Solution was due 3 hours ago')
  expect(since(-second, -hour)).toBe('First reply was due less than a minute ago')
  expect(since(-2 * hour, -hour)).toBe('First reply 2 hours late')
  expect(since(25 * minute, -hour)).toBe('First reply due in 25 minutes')
})
