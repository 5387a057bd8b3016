const here = 'http://desk.invalid'
const longest = 2000
const unsafe = /[\\\p{Cc}\s]|%(?:2f|5c|0[0-9a-f]|1[0-9a-f]|7f)/iu

/**
 * A path on this desk to go to next, or `/` when what was given could lead anywhere else: another origin, a
 * scheme, a doubled or encoded slash, a backslash, a control character, or more than 2,000 characters.
 */
export function safePath(given: string | null | undefined): string {
  if (!given?.startsWith('/') || given.startsWith('//') || given.length > longest || unsafe.test(given))
    return '/'
  if (!URL.canParse(given, here)) return '/'
  const read = new URL(given, here)
  // Dots are gone only now, and what they leave may begin with two slashes: `/..//evil.test`.
  return read.origin === here && !read.pathname.startsWith('//') ? read.pathname + read.search : '/'
}
