const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const spoken = (
  'zero one two three four five six seven eight nine ' +
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo Mike November ' +
  'Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu'
).split(' ')

/** Why typed text is no reference: it has not the form of one at all, or it has and a character is wrong. */
export type ParsedReference = { ok: true; reference: string } | { ok: false; reason: 'shape' | 'check' }

/** A new reference as it is stored: 8 characters, no dash, random, so that it tells nobody the volume. */
export function newReference(): string {
  const random = crypto.getRandomValues(new Uint8Array(7))
  return withCheckCharacter(Array.from(random, byte => alphabet.charAt(byte % 32)).join(''))
}

/** Seven characters of the alphabet with their check character appended. Throws a RangeError on anything else. */
export function withCheckCharacter(seven: string): string {
  const digits = digitsOf(seven)
  if (digits.length !== 7 || digits.includes(-1)) throw new RangeError('A reference starts with 7 characters')
  return seven + alphabet.charAt(times2(remainder(digits)))
}

/** The reference as people see it: `K7M29QXD` becomes `K7M2-9QXD`. */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 4)}-${reference.slice(4)}`
}

/**
 * What a person typed or pasted, as it is stored. Lower case, full-width letters, spaces, dashes and invisible
 * direction marks do not matter; O is read as 0, I and L as 1. U is in no reference.
 */
export function parseReference(input: string): ParsedReference {
  const reference = input
    .normalize('NFKC')
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const digits = digitsOf(reference)
  if (digits.length !== 8 || digits.includes(-1)) return { ok: false, reason: 'shape' }
  return remainder(digits) === 0 ? { ok: true, reference } : { ok: false, reason: 'check' }
}

/** The reference for reading aloud: `Kilo seven Mike two, nine Quebec X-ray Delta`. */
export function spellReference(reference: string): string {
  const words = digitsOf(reference).map(digit => spoken[digit])
  return `${words.slice(0, 4).join(' ')}, ${words.slice(4).join(' ')}`
}

function digitsOf(text: string): number[] {
  return Array.from(text, character => alphabet.indexOf(character))
}

/**
 * The characters as a polynomial over GF(32), evaluated at the generator. A whole reference gives 0. Each place
 * weighs a different power of the generator, so one changed character or two swapped ones never give 0 again.
 */
function remainder(digits: number[]): number {
  return digits.reduce((sum, digit) => times2(sum) ^ digit, 0)
}

/** Times the generator x in GF(32) = GF(2)[x] / (x⁵ + x² + 1). */
function times2(element: number): number {
  return element < 16 ? element << 1 : (element << 1) ^ 0b100101
}
