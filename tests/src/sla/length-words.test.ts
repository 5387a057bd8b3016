import { expect, test } from 'vitest'
import { lengthWords } from '#src/sla/length-words.ts'

test('A length is said in days, hours and minutes, and what is none of them is left out', () => {
  expect([1, 45, 60, 90, 480, 1440, 4320, 1501].map(lengthWords)).toEqual([
    '1 minute',
    '45 minutes',
    '1 hour',
    '1 hour, 30 minutes',
    '8 hours',
    '1 day',
    '3 days',
    '1 day, 1 hour, 1 minute',
  ])
})
