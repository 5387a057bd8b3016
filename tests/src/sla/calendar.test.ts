import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addWorkingMinutes,
  addWorkingMs,
  alwaysOpen,
  workingMinutesBetween,
  workingMsBetween,
} from '#src/sla/calendar.ts'
import { neverOpen, officeHours } from '#tests/support/office-hours.ts'

const at = (iso: string) => new Date(`2026-11-${iso}Z`)
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const lengths = fc.integer({ min: 0, max: 60 * 24 * 3_600_000 })

test('round the clock, a working minute is a minute, over midnight, weekends and years', () => {
  expect(addWorkingMinutes(alwaysOpen, new Date('2026-12-31T23:59:59.500Z'), 1)).toEqual(
    new Date('2027-01-01T00:00:59.500Z'),
  )
  expect(workingMinutesBetween(alwaysOpen, at('27T16:00:00'), at('30T16:00:30'))).toBe(3 * 24 * 60 + 0.5)
})

test('closed hours do not count, and time asked for in closed hours starts at the next opening', () => {
  expect(addWorkingMinutes(officeHours, at('27T16:30:00'), 60)).toEqual(at('30T09:30:00'))
  expect(addWorkingMinutes(officeHours, at('28T12:00:00'), 1)).toEqual(at('30T09:01:00'))
  expect(workingMinutesBetween(officeHours, at('27T16:30:00'), at('30T09:30:00'))).toBe(60)
  expect(workingMinutesBetween(officeHours, at('28T00:00:00'), at('30T09:00:00'))).toBe(0)
})

test('time that is used up at the moment of closing is due then, not at the next opening', () => {
  expect(addWorkingMinutes(officeHours, at('27T16:00:00'), 60)).toEqual(at('27T17:00:00'))
  expect(addWorkingMs(officeHours, at('27T16:00:00'), 3_600_001)).toEqual(at('30T09:00:00.001'))
})

test.each([
  ['round the clock', alwaysOpen],
  ['in office hours', officeHours],
])('%s, the time that was added is the time that lies between, to the millisecond', (_name, calendar) => {
  fc.assert(
    fc.property(moments, lengths, (from, ms) => {
      expect(workingMsBetween(calendar, from, addWorkingMs(calendar, from, ms))).toBe(ms)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['round the clock', alwaysOpen],
  ['in office hours', officeHours],
])('%s, the parts of a time add up to the whole wherever it is cut', (_name, calendar) => {
  fc.assert(
    fc.property(moments, lengths, lengths, (from, first, second) => {
      const cut = new Date(from.getTime() + first)
      const to = new Date(cut.getTime() + second)
      const parts = workingMsBetween(calendar, from, cut) + workingMsBetween(calendar, cut, to)
      expect(parts).toBe(workingMsBetween(calendar, from, to))
    }),
    { numRuns: 1000 },
  )
})

test('no time lies between a moment and an earlier one', () => {
  expect(workingMsBetween(alwaysOpen, at('24T00:00:00'), at('23T00:00:00'))).toBe(0)
  expect(workingMsBetween(officeHours, at('24T12:00:00'), at('24T10:00:00'))).toBe(0)
})

test('a calendar that never opens again is said to be one, and does not hang', () => {
  expect(() => addWorkingMinutes(neverOpen, at('23T09:00:00'), 1)).toThrow(RangeError)
  expect(workingMsBetween(neverOpen, at('23T09:00:00'), at('30T09:00:00'))).toBe(0)
})
