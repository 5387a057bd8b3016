import { expect, test } from 'vitest'
import { slugOf } from '#src/people/slug.ts'

test('The id of a team is its name in plain letters and digits', () => {
  expect(slugOf('Lost & found')).toBe('lost-found')
  expect(slugOf('  Fährhäfen – 24/7  ')).toBe('fahrhafen-24-7')
})

test('Names that come out alike are numbered', () => {
  expect([1, 2, 3].map(count => slugOf('Night shift', count))).toEqual([
    'night-shift',
    'night-shift-2',
    'night-shift-3',
  ])
})

test('A name in another script still makes an id that can stand in an address', () => {
  expect([slugOf('العبّارات'), slugOf('フェリー', 2)]).toEqual(['team-1', 'team-2'])
})

test('A long name makes a short id, without a dash at its end', () => {
  const id = slugOf(`${'a'.repeat(39)} and more`)
  expect(id).toBe('a'.repeat(39))
})

test('No id is a word that means something else in an address', () => {
  for (const name of ['New', 'none']) expect(slugOf(name)).not.toBe(name.toLowerCase())
})
