import { expect, test } from 'vitest'
import { entriesOf } from '#src/lib/forms/entries.ts'

function posted(...entries: [string, string | Blob][]) {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test('Only the fields of the form come through, and its token', () => {
  const more: [string, string][] = [
    ['isAdmin', 'true'],
    ['body.text', 'x'],
    ['body[0]', 'x'],
    ['__proto__', 'x'],
    ['constructor.prototype.x', 'x'],
    ['__intent__', 'garbage'],
    ['__state__', '{'],
    ['', 'x'],
  ]
  const { data, broken, tooLarge } = entriesOf(posted(['body', 'Hello'], ['k', 'token'], ...more), ['body'])
  expect([...data]).toEqual([
    ['body', 'Hello'],
    ['k', 'token'],
  ])
  expect([broken, tooLarge]).toEqual([{}, false])
  expect(Object.prototype).not.toHaveProperty('x')
})

test('A file in place of text is left out', () => {
  const { data } = entriesOf(posted(['body', new Blob(['x'])], ['body', 'Hello']), ['body'])
  expect(data.getAll('body')).toEqual(['Hello'])
})

test('Text that cannot be stored is shown with a mark for each character, and named beside its field', () => {
  const data = posted(['body', 'a\u0000b\u0000'], ['ok', '😀'])
  const entries = entriesOf(data, ['body', 'ok'])
  expect([...entries.data.values()]).toEqual(['a\uFFFDb\uFFFD', '😀'])
  expect(Object.keys(entries.broken)).toEqual(['body'])
  expect(entries.broken.body?.[0]).toContain('Take out the character')
})

test('Half a character comes through as a mark, so that it can be stored', () => {
  const { data } = entriesOf(posted(['body', 'c\ud800d']), ['body'])
  expect(data.get('body')).toBe('c\uFFFDd')
})

test('A mark that somebody typed themself is no fault', () => {
  expect(entriesOf(posted(['body', 'a\uFFFDb']), ['body']).broken).toEqual({})
})

test('Line ends are the same whoever sends them', () => {
  const { data } = entriesOf(posted(['body', 'a\r\nb\rc\nd']), ['body'])
  expect(data.get('body')).toBe('a\nb\rc\nd')
})

test('Too many fields are too large, and no more than the limit is looked at', () => {
  const many = posted(...Array.from({ length: 10_000 }, (_, n): [string, string] => [`n${n}`, 'x']), [
    'body',
    'x',
  ])
  const { data, tooLarge } = entriesOf(many, ['body'])
  expect([[...data], tooLarge]).toEqual([[], true])
})

test('Too much text is too large and still kept, because somebody typed it', () => {
  const body = 'x'.repeat(300_000)
  const { data, tooLarge } = entriesOf(posted(['body', body], ['subject', 'Long']), ['body', 'subject'])
  expect([data.get('body'), data.get('subject'), tooLarge]).toEqual([body, 'Long', true])
})
