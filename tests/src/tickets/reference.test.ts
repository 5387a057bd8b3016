import { expect, test } from 'vitest'
import {
  formatReference,
  newReference,
  parseReference,
  spellReference,
  withCheckCharacter,
} from '#src/tickets/reference.ts'

const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const samples = ['00000000', 'K7M29QXD', ...Array.from({ length: 200 }, newReference)]

const isReference = (text: string) => parseReference(text).ok
const replaceAt = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + by.length)

test('a new reference has eight characters of the alphabet, without I, L, O and U, and is its own proof', () => {
  for (const reference of samples) {
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(parseReference(reference)).toEqual({ ok: true, reference })
  }
})

test('new references use every character in every place, so that they tell nobody a number', () => {
  const many = Array.from({ length: 3000 }, newReference)
  expect(new Set(many).size).toBe(many.length)
  for (let at = 0; at < 8; at++) expect(new Set(many.map(reference => reference[at])).size).toBe(32)
})

test('every change of a single character is caught', () => {
  for (const reference of samples)
    for (let at = 0; at < 8; at++)
      for (const other of alphabet)
        if (other !== reference[at])
          expect(parseReference(replaceAt(reference, at, other))).toEqual({ ok: false, reason: 'check' })
})

test('every swap of two characters that differ is caught, neighbours or not', () => {
  for (const reference of samples)
    for (let a = 0; a < 8; a++)
      for (let b = a + 1; b < 8; b++) {
        const [first = '', second = ''] = [reference[a], reference[b]]
        const swapped = replaceAt(replaceAt(reference, a, second), b, first)
        expect(isReference(swapped)).toBe(first === second)
      }
})

test('every pair of neighbours is caught when swapped, for all pairs of characters in all places', () => {
  for (let at = 0; at < 6; at++)
    for (const a of alphabet)
      for (const b of alphabet) {
        const reference = withCheckCharacter(replaceAt('3Y0TK8W', at, a + b))
        expect(isReference(replaceAt(reference, at, b + a))).toBe(a === b)
      }
})

test('a reference is read as people type it: lower case, spaces and dashes anywhere', () => {
  const typed = ['K7M2-9QXD', 'k7m2 9qxd', ' k-7-m-2 9 q x d\n', 'K7M2–9QXD', 'K7M2\u00a0−\u00a09QXD']
  for (const text of typed) expect(parseReference(text)).toEqual({ ok: true, reference: 'K7M29QXD' })
})

test('a reference is read out of full-width letters and between invisible direction marks', () => {
  for (const text of ['Ｋ７Ｍ２－９ＱＸＤ', '\u2068K7M2-9QXD\u2069', '\u200fK7M2-9QXD\ufeff'])
    expect(parseReference(text)).toEqual({ ok: true, reference: 'K7M29QXD' })
})

test('O is read as zero, I and L as one', () => {
  const reference = withCheckCharacter('0A1B1C0')
  const check = reference.slice(-1)
  for (const text of ['OAIBLCO', 'oaiblco', '0a1b1c0'])
    expect(parseReference(text + check)).toEqual({ ok: true, reference })
})

test('text that has not the form of a reference is told apart from a reference with a mistake in it', () => {
  for (const text of [
    '',
    '-',
    'K7M2-9QX',
    'K7M2-9QXDD',
    'U7M2-9QXD',
    'K7M2_9QXD',
    'K7M2-9QX\u{1f41a}',
    'hello',
  ])
    expect(parseReference(text)).toEqual({ ok: false, reason: 'shape' })
  expect(parseReference('K7M2-9QXE')).toEqual({ ok: false, reason: 'check' })
})

test('a reference is shown in two groups of four', () => {
  expect(formatReference('K7M29QXD')).toBe('K7M2-9QXD')
})

test('a reference is spelt in words that cannot be misheard, one for each character', () => {
  expect(spellReference('K7M29QXD')).toBe('Kilo seven Mike two, nine Quebec X-ray Delta')
  const words = alphabet.map(character => spellReference(character.repeat(8)).split(' ')[0])
  expect(new Set(words).size).toBe(32)
  for (const [place, word] of words.entries()) if (place > 9) expect(word?.charAt(0)).toBe(alphabet[place])
})

test('a check character is only given to seven characters of the alphabet', () => {
  for (const text of ['', 'K7M29Q', 'K7M29QXD', 'K7M29QU', 'k7m29qx', 'K7M2-9Q'])
    expect(() => withCheckCharacter(text)).toThrow(RangeError)
})
