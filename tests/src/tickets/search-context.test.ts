import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf, markedIn } from '#src/tickets/search-context.ts'

const marked = (text: string, ...lexemes: string[]) =>
  markedIn(text, lexemes)
    .filter(piece => piece.marked)
    .map(piece => piece.text)

test('Words are marked as they were written, whatever form they were found by', () => {
  expect(marked('The Ferries left. A ferry!', 'ferri')).toEqual(['Ferries', 'ferry'])
  expect(marked('Straße, Café, ΟΔΟΣ', 'strasse', 'cafe', 'οδοσ')).toEqual(['Straße', 'Café', 'ΟΔΟΣ'])
  expect(marked('Booking KB-40213', 'kb', '40213')).toEqual(['KB', '40213'])
  expect(marked('العبّارة غادرت', 'العباره')).toEqual(['العبّارة'])
  expect(marked('自転車が港に', '自転', '転車')).toEqual(['自転車'])
  expect(marked('Nothing here', 'ferry')).toEqual([])
})

test('HTML stays text', () => {
  expect(markedIn('<b>ferry</b>', ['ferry'])).toEqual([
    { text: '<b>', marked: false },
    { text: 'ferry', marked: true },
    { text: '</b>', marked: false },
  ])
})

test('The context is a line round the first place, with a sign where something was left out', () => {
  const long = 'many other words '.repeat(40)
  const pieces = contextOf(`${long}ferry\n\n${long}`, ['ferry'])
  const line = pieces.map(piece => piece.text).join('')
  expect(line).toMatch(/^… .*ferry.* …$/)
  expect(line.length).toBeLessThan(190)
  expect(contextOf('A short\n one', ['short']).map(piece => piece.text)).toEqual(['A ', 'short', ' one'])
})

test('The pieces of any text put together are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, lexemes) => {
      expect(
        markedIn(text, lexemes)
          .map(piece => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
