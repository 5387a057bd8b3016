/**
 * Finds the end of a tag as browsers do: a `>` ends it unless it stands in a quoted value, and a quote opens a
 * value only where a value begins. The tag may come in any number of parts.
 */
export type TagReader = {
  /** Reads on from `at`; resolves to the place after the `>`, or -1 when the tag goes on beyond this text. */
  read(text: string, at: number): number
}

/** Begins after the first letter of the tag's name. */
export function tagReader(): TagReader {
  let state: State = 'name of the tag'
  return {
    read(text, from) {
      let at = from
      while (at < text.length) {
        if (state === '"' || state === "'") {
          const closed = text.indexOf(state, at)
          if (closed < 0) return -1
          state = 'between'
          at = closed + 1
          continue
        }
        const sign = text.charCodeAt(at++)
        if (sign === greater) return at
        state = following(state, sign)
      }
      return -1
    },
  }
}

type State =
  | 'name of the tag'
  | 'between'
  | 'name'
  | 'after a name'
  | 'before a value'
  | 'bare value'
  | '"'
  | "'"

const [greater, slash, equals, double, single] = [...`>/="'`].map(sign => sign.charCodeAt(0))

const blanks = new Set([...'\t\n\f\r '].map(sign => sign.charCodeAt(0)))

// The states of the HTML standard, 13.2.5, those put together that differ only in what they make of the text.
function following(state: State, sign: number): State {
  const blank = blanks.has(sign)
  switch (state) {
    case 'name of the tag':
      return blank || sign === slash ? 'between' : state
    case 'between':
      return blank || sign === slash ? state : 'name'
    case 'before a value':
      if (blank) return state
      if (sign === double) return '"'
      return sign === single ? "'" : 'bare value'
    case 'bare value':
      return blank ? 'between' : state
    default:
      if (sign === equals) return 'before a value'
      if (sign === slash) return 'between'
      return blank ? 'after a name' : state === 'after a name' ? 'name' : state
  }
}

/** The value of an attribute in a whole tag, in lower case; empty without one. */
export function attribute(tag: string, name: string): string {
  for (const [, found = '', value = ''] of tag.matchAll(attributes)) {
    if (found.toLowerCase() === name) return value.replace(/^["']|["']$/g, '').toLowerCase()
  }
  return ''
}

const attributes =
  /[\t\n\f\r /"']([^\t\n\f\r />"'=]+)[\t\n\f\r ]*=[\t\n\f\r ]*("[^"]*"|'[^']*'|[^\t\n\f\r "'>][^\t\n\f\r >]*)/g
