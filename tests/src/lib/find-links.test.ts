import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLinks } from '#src/lib/find-links.ts'

const links = (line: string) => findLinks(line).flatMap(piece => piece.href ?? [])

test('web and mail addresses become links, whatever the case of their scheme', () => {
  expect(
    links('See https://a.example/b?c=d&e#f or HTTP://b.example or mailto:ana@c.example?subject=x'),
  ).toEqual(['https://a.example/b?c=d&e#f', 'HTTP://b.example', 'mailto:ana@c.example?subject=x'])
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://a.example/',
  '//a.example/path',
  'www.a.example',
  'https://',
  'mailto:nobody',
  'ahttps://a.example',
])('%s stays text', line => {
  expect(links(line)).toEqual([])
})

test('an address that puts a name before its host stays text, because it is made to deceive', () => {
  expect(links('https://bank.example@evil.example/')).toEqual([])
  expect(links('https://bank.example:80@evil.example/')).toEqual([])
})

test('an address ends before a sign that turns the direction of writing or cannot be seen', () => {
  expect(links('https://a.example/\u202Egpj.exe')).toEqual(['https://a.example/'])
  expect(links('https://a.example/\u200Bb')).toEqual(['https://a.example/'])
})

describe('the punctuation of the sentence is not part of the address', () => {
  test.each([
    ['Look at https://a.example/b.', 'https://a.example/b'],
    ['https://a.example/b, and then', 'https://a.example/b'],
    ['Is it https://a.example/b?!', 'https://a.example/b'],
    ['(see https://a.example/b)', 'https://a.example/b'],
    ['(see https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
    ['(https://a.example/b_(c)).', 'https://a.example/b_(c)'],
    ['[x](https://a.example/b)', 'https://a.example/b'],
    ['<https://a.example/b>', 'https://a.example/b'],
    ['"https://a.example/b"', 'https://a.example/b'],
    ['**https://a.example/b**', 'https://a.example/b'],
    ['网址是https://a.example/b。', 'https://a.example/b'],
    ['الرابط https://a.example/b، شكرا', 'https://a.example/b'],
    ['https://a.example/b?c=1;', 'https://a.example/b?c=1'],
  ])('%s', (line, address) => {
    expect(links(line)).toEqual([address])
  })
})

test('the pieces put together are always the text that was written', () => {
  const bits = fc.constantFrom(
    'https://',
    'mailto:',
    'a.example',
    '@',
    '/',
    '.',
    ')',
    '(',
    ' ',
    '<',
    '؟',
    '\u202E',
    'é',
  )
  const line = fc.oneof(
    fc.string(),
    fc.array(bits, { maxLength: 30 }).map(all => all.join('')),
  )
  fc.assert(
    fc.property(line, written => {
      expect(
        findLinks(written)
          .map(piece => piece.text)
          .join(''),
      ).toBe(written)
    }),
    { numRuns: 2000 },
  )
})

test('a link opens exactly what it shows, and only the web or a mail program', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string(), (url, around) => {
      for (const piece of findLinks(`${around} ${url} ${around}`)) {
        if (piece.href === undefined) continue
        expect(piece.href).toBe(piece.text)
        expect(['http:', 'https:', 'mailto:']).toContain(new URL(piece.href).protocol)
      }
    }),
  )
})

test('a text made to be slow is read at once', () => {
  const before = performance.now()
  findLinks(`https://a.example/${')'.repeat(500_000)}`)
  findLinks(`https://a.example/${'.'.repeat(500_000)}x`)
  findLinks('https://a.example/))). '.repeat(20_000))
  expect(performance.now() - before).toBeLessThan(2_000)
})
