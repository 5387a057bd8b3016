import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningOf, stretchesOf } from '#src/tickets/search-days.ts'

test('A day, a month, a year and a minute begin when they begin, in UTC', () => {
  expect(beginningOf('2026-03-09')?.toISOString()).toBe('2026-03-09T00:00:00.000Z')
  expect(beginningOf('2026-03')?.toISOString()).toBe('2026-03-01T00:00:00.000Z')
  expect(beginningOf('2026')?.toISOString()).toBe('2026-01-01T00:00:00.000Z')
  expect(beginningOf('2026-03-09T10:20')?.toISOString()).toBe('2026-03-09T10:20:00.000Z')
  for (const typed of ['', '26', '2026-3-9', '2025-02-29', '2026-00', '0001', '2026-03-09T25:00', 'today'])
    expect(beginningOf(typed), typed).toBeUndefined()
})

test('Time is parted without a gap, the newest first, and each part lies in what its marks say', () => {
  const moment = fc.date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      fc.pre(one.getTime() !== other.getTime())
      const [after, before] = one < other ? [one, other] : [other, one]
      const stretches = stretchesOf(after, before)
      expect(stretches.length).toBeLessThan(5)
      let end = before
      for (const { marks, from, to } of stretches) {
        expect(to).toEqual(end)
        expect(from < to).toBe(true)
        for (const inside of [from, new Date(to.getTime() - 1)])
          if (marks.length > 0) expect(marks.filter(mark => marksOf(inside).includes(mark))).toHaveLength(1)
        end = from
      }
      expect(end).toEqual(after)
    }),
  )
})

test('What lies in two weeks is looked through at once', () => {
  expect(stretchesOf(new Date('2026-11-20'), new Date('2026-11-27T10:00:00Z'))).toHaveLength(1)
  expect(stretchesOf(new Date('2000-01-01'), new Date('2026-11-27')).map(({ marks }) => marks)).toEqual([
    ['=w:2969', '=w:2968'],
    ['=m:2026-11', '=m:2026-10'],
    ['=y:2026', '=y:2025'],
    [],
  ])
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
