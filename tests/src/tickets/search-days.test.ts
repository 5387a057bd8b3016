import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, slicesOf } from '#src/tickets/search-days.ts'

test('A day, a month, a year and a minute begin when they begin, in UTC', () => {
  expect(beginningOf('2026-03-09')?.toISOString()).toBe('2026-03-09T00:00:00.000Z')
  expect(beginningOf('2026-03')?.toISOString()).toBe('2026-03-01T00:00:00.000Z')
  expect(beginningOf('2026')?.toISOString()).toBe('2026-01-01T00:00:00.000Z')
  expect(beginningOf('2026-03-09T10:20')?.toISOString()).toBe('2026-03-09T10:20:00.000Z')
  for (const typed of ['', '26', '2026-3-9', '2025-02-29', '2026-00', '0001', '2026-03-09T25:00', 'today'])
    expect(beginningOf(typed), typed).toBeUndefined()
})

test('A stretch of time is parted without a gap, the newest part first, and each lies in what its mark says', () => {
  const moment = fc.date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      const [after, before] = one < other ? [one, other] : [other, one]
      const slices = slicesOf(after, before)
      expect(slices.length).toBeLessThan(70)
      let end = before
      for (const { mark, from, to } of slices) {
        expect(to).toEqual(end)
        expect(from < to).toBe(true)
        for (const inside of [from, new Date(to.getTime() - 1)]) expect(marksOf(inside)).toContain(mark)
        end = from
      }
      if (slices.length > 0) expect(end).toEqual(after)
    }),
  )
})

// As `search_marks` in drizzle/0007_search.sql.
function marksOf(moment: Date): string[] {
  const iso = moment.toISOString()
  return [
    `=w:${Math.floor(moment.getTime() / 604_800_000)}`,
    `=m:${iso.slice(0, 7)}`,
    `=y:${iso.slice(0, 4)}`,
  ]
}
