import { expect, test } from 'vitest'
import { median, percentile, ratio } from './figures.ts'
import { figure, table } from './table.ts'
import { wishOf } from './wish.ts'

test('a median is the middle one, and what lies between the two in the middle', () => {
  expect(median([9, 1, 4])).toBe(4)
  expect(median([9, 1, 4, 5])).toBe(4.5)
  expect(() => median([])).toThrow()
})

test('a percentile is a figure that was measured, and that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(hundred, 50)).toBe(50)
  expect(percentile(hundred, 95)).toBe(95)
  expect(percentile([7], 95)).toBe(7)
})

test('a ratio compares what was measured in the same round, so that one slow round changes nothing', () => {
  expect(ratio([50, 5, 60], [100, 10, 120])).toBe(0.5)
  expect(ratio([30, 30, 30], [60, 20, 60])).toBe(0.5)
})

test('a table is Markdown, with figures that can be read', () => {
  expect(table(['page', 'a second'], [['queue', figure(1234.5)]])).toBe(
    '| page | a second |\n|---|--:|\n| queue | 1,235 |',
  )
  expect([figure(87.46), figure(0.6249), figure(100)]).toEqual(['87.5', '0.62', '100'])
})

test('the command line may ask for a part, and sizes come in growing order', () => {
  expect(wishOf([])).toMatchObject({ tickets: [1000, 100_000, 1_000_000], fresh: false })
  expect(wishOf(['--tickets', '500,20', '--only', 'pages'])).toMatchObject({
    tickets: [20, 500],
    parts: new Set(['pages']),
  })
  expect(() => wishOf(['--only', 'everything'])).toThrow()
  expect(() => wishOf(['--tickets', 'many'])).toThrow()
})
