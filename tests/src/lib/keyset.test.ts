import { expect, test } from 'vitest'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'

const id = crypto.randomUUID()
const moment = new Date('2026-03-02T12:00:00.123Z')

test('A cursor gives back the place that it was made of', () => {
  const cursor = cursorOf([2, moment, 'infinity', id])
  expect(cursor).toMatch(/^[\w-]+$/)
  expect(readCursor(cursor, 'rank', 'moment', 'moment', 'id')).toEqual([
    2,
    moment.toISOString(),
    'infinity',
    id,
  ])
})

test('A cursor of another list, or one that was made up, is no cursor', () => {
  const made = [
    undefined,
    null,
    7,
    '',
    'x',
    '////',
    ['a'],
    'A'.repeat(100_000),
    cursorOf([]),
    cursorOf([1, 2, 3]),
  ]
  for (const cursor of made) expect(readCursor(cursor, 'rank', 'id')).toBeNull()
  for (const rank of [0.5, 40_000, -40_000, '1', 'a']) expect(readCursor(cursorOf([rank]), 'rank')).toBeNull()
  for (const at of [
    'now',
    '-infinity',
    '2026-02-31T00:00:00.000Z',
    '2026-03-02',
    '2026-03-02T12:00:00.123+01:00',
    0,
  ])
    expect(readCursor(cursorOf([at]), 'moment'), String(at)).toBeNull()
  for (const row of ['1', `${id}x`, "' or 1=1"]) expect(readCursor(cursorOf([row]), 'id')).toBeNull()
})
