import { expect, test } from 'vitest'
import { cleanName } from '#src/files/clean-name.ts'

test('A name is shown as it was given, in any script', () => {
  for (const name of ['Foto vom Pier.jpg', 'תמונה.png', '切符（往復）.pdf', 'a"quoted".txt', 'no ending'])
    expect(cleanName(name)).toBe(name)
})

test('Of a path only the last part is a name', () => {
  expect(cleanName('..\\..\\windows\\x.bat')).toBe('x.bat')
  expect(cleanName('/etc/../passwd')).toBe('passwd')
  expect(cleanName('C:\\fakepath\\pier.jpg')).toBe('pier.jpg')
})

test('Lines, control characters and turns of direction are taken out', () => {
  expect(cleanName('a\r\nSet-Cookie: x.txt')).toBe('aSet-Cookie: x.txt')
  expect(cleanName('invoice\u202efdp.exe')).toBe('invoicefdp.exe')
  expect(cleanName('half \ud800 sign.txt')).toBe('half  sign.txt')
})

test('A name that says nothing is given one', () => {
  for (const nothing of ['', '   ', '..', '/', '\u202e']) expect(cleanName(nothing)).toBe('Unnamed file')
})

test('A long name keeps its ending and its characters whole', () => {
  const name = cleanName(`${'\u{1f6a2}'.repeat(300)}.jpeg`)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  expect(name).toMatch(/^\u{1f6a2}+\.jpeg$/u)
  expect(Buffer.byteLength(cleanName('x'.repeat(300)))).toBe(200)
})

test('A name of megabytes is shortened in a moment', () => {
  const before = performance.now()
  expect(cleanName(`${'n'.repeat(5_000_000)}.txt`)).toBe(`${'n'.repeat(196)}.txt`)
  expect(performance.now() - before).toBeLessThan(5000)
})
