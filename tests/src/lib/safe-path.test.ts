import { expect, test } from 'vitest'
import { safePath } from '#src/lib/safe-path.ts'

test('A path of this desk is followed with its query', () => {
  for (const path of [
    '/',
    '/tickets',
    '/desk/queues/mine?status=open&after=abc',
    '/tickets/K7M2-9QXD?done=a%20b',
  ])
    expect(safePath(path)).toBe(path)
})

test.each([
  ['another origin', 'https://evil.test/'],
  ['a scheme without slashes', 'https:evil.test'],
  ['a script', 'javascript:alert(1)'],
  ['a doubled slash', '//evil.test'],
  ['three slashes', '///evil.test'],
  ['a backslash', '/\\evil.test'],
  ['an encoded slash', '/%2Fevil.test'],
  ['an encoded slash after another', '/%2f%2fevil.test'],
  ['an encoded backslash', '/%5Cevil.test'],
  ['a tab that browsers take out', '/\t/evil.test'],
  ['a line break for a header', '/a\r\nX: 1'],
  ['an encoded line break', '/%0d%0aX:1'],
  ['a space', '/ /evil.test'],
  ['a path without a slash', 'tickets'],
  ['a user name', '@evil.test'],
  ['nothing', ''],
  ['no value at all', undefined],
  ['5,000 characters', `/${'a'.repeat(5000)}`],
])('%s leads to the first page', (_name, given) => {
  expect(safePath(given)).toBe('/')
})

test('Dots, encoded or not, cannot leave two slashes and with them another host', () => {
  for (const given of [
    '/..//evil.test',
    '/.//evil.test',
    '/%2e%2e//evil.test',
    '/a/..//evil.test',
    '/%2E/%2e//evil.test',
  ])
    expect(safePath(given)).toBe('/')
  expect(safePath('/./../tickets')).toBe('/tickets')
})
