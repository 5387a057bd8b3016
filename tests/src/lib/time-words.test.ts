import { expect, test } from 'vitest'
import {
  formatDay,
  formatDeparture,
  formatMoment,
  formatShortDay,
  formatShortMoment,
  isoMoment,
} from '#src/lib/time-words.ts'

const moment = new Date('2026-11-23T09:40:59.999Z')
const midnight = new Date('2026-07-01T00:05:00Z')

test('a moment is written with its zone, and minutes are not rounded up', () => {
  expect(formatMoment(moment)).toBe('23 November 2026, 09:40 UTC')
  expect(formatShortMoment(moment)).toBe('23 Nov 2026, 09:40 UTC')
})

test('a moment in another zone has the day, the hour and the name of that zone, in summer and winter', () => {
  expect(formatMoment(moment, 'Europe/Berlin')).toBe('23 November 2026, 10:40 CET')
  expect(formatMoment(midnight, 'Europe/Berlin')).toBe('1 July 2026, 02:05 CEST')
  expect(formatMoment(midnight, 'America/New_York')).toBe('30 June 2026, 20:05 GMT-4')
  expect(formatShortMoment(midnight, 'Asia/Kolkata')).toMatch(/^1 July? 2026, 05:35 GMT\+5:30$/)
})

test('a due time reads like a departure: the hour today, the day otherwise, the year only when it is another', () => {
  expect(formatDeparture(moment, new Date('2026-11-23T00:01:00Z'))).toBe('09:40 UTC')
  expect(formatDeparture(moment, new Date('2026-11-22T23:59:00Z'))).toBe('23 Nov, 09:40 UTC')
  expect(formatDeparture(moment, new Date('2025-11-23T09:40:00Z'))).toBe('23 Nov 2026, 09:40 UTC')
  expect(formatDeparture(midnight, new Date('2026-06-30T12:00:00Z'), 'America/New_York')).toMatch(
    /^20:05 GMT-4$/,
  )
})

test('midnight is 00:00 of the new day', () => {
  expect(formatMoment(new Date('2026-07-01T00:00:00Z'))).toBe('1 July 2026, 00:00 UTC')
})

test('a day is the day of the zone', () => {
  expect(formatDay(midnight)).toBe('1 July 2026')
  expect(formatDay(midnight, 'America/New_York')).toBe('30 June 2026')
  expect(formatShortDay(moment)).toBe('23 Nov 2026')
})

test('a moment for machines names UTC and whole seconds', () => {
  expect(isoMoment(moment)).toBe('2026-11-23T09:40:59Z')
})

test('a zone that does not exist is an error, not another time', () => {
  expect(() => formatMoment(moment, 'Kelp/Bay')).toThrow(RangeError)
})
