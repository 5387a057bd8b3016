import { expect, test } from 'vitest'
import { remembering } from '#src/lib/remembering.ts'

test('what was made once is not made again, until there are too many words', () => {
  const made: string[] = []
  const known = remembering<string>(2)
  const ask = (word: string) =>
    known(word, () => {
      made.push(word)
      return word.toUpperCase()
    })
  expect(['a', 'b', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'B'])
  expect(made).toEqual(['a', 'b'])
  expect(['c', 'a'].map(ask)).toEqual(['C', 'A'])
  expect(made).toEqual(['a', 'b', 'c', 'a'])
})

test('what cannot be made is tried again', () => {
  const known = remembering<string>(2)
  const fails = () => {
    throw new RangeError('No such zone')
  }
  expect(() => known('a', fails)).toThrow(RangeError)
  expect(known('a', () => 'A')).toBe('A')
})
