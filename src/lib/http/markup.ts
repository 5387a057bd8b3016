import { attribute } from './tag-reader.ts'

// Nearly every tag that React writes, of an element that is none of those below: skipped without another look. A name
// and its value are told apart by signs that neither may hold, so no text makes it slow.
export const usualTag =
  /<(?:\/?(?!script|style|textarea|title|xmp|iframe|noembed|noframes|link)[a-z][a-z0-9]*)(?: [a-z-]+(?:="[^"]*")?)*\/?>/iy

// In these a `<` begins nothing but their own end.
export const rawElements = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))

/** What begins with these signs, of which the first is `<`; more of them may have to come to tell. */
export function kindOf(signs: string): 'tag' | 'text' | 'comment' | 'declaration' | 'unclear' {
  if (/^<\/?[a-z]/i.test(signs)) return 'tag'
  if (signs === '<!--') return 'comment'
  if ('<!--'.startsWith(signs) || signs === '</') return 'unclear'
  return /^<[!?/]/.test(signs) ? 'declaration' : 'text'
}

/** The name of a whole tag's element, in lower case. */
export function nameOf(tag: string): string {
  return /^<\/?([^\t\n\f\r />]*)/.exec(tag)?.[1]?.toLowerCase() ?? ''
}

/** What a page without scripts has in place of this tag: nothing, another one, or the same. */
export function leanTag(name: string, tag: string): string {
  if (name === 'script') return attribute(tag, 'type') === 'application/ld+json' ? tag : ''
  if (name !== 'link') return tag
  const rel = attribute(tag, 'rel')
  if (/\b(preload|modulepreload|prefetch)\b/.test(rel)) return ''
  return /\bicon\b/.test(rel)
    ? '<link rel="icon" href="data:,"/>'
    : tag.replace(/ (nonce|data-precedence)="[^"]*"/g, '')
}
