import { kindOf, leanTag, nameOf, rawElements, usualTag } from './markup.ts'
import { tagReader } from './tag-reader.ts'

export type ScriptFilter = {
  /** What can be given on of the page so far. */
  take(part: string): string
  /** What is left when nothing more comes. */
  end(): string
}

/**
 * Takes out of a page what only serves scripts: the scripts themselves, what they load early, and the icon, which
 * would be a request of its own. Everything else comes out as it went in, sign for sign; data for search engines
 * (JSON-LD) stays. Works on pages in which one sign is one byte (latin1), so a part may end anywhere.
 */
export function scriptFilter(): ScriptFilter {
  let text = ''
  let at = 0
  let tagStart = 0
  let reader = tagReader()
  let mode: Mode = 'text'
  let within = ''
  let dropping = false
  let out = ''
  let last = '>'

  function give(until: number): void {
    if (!dropping && until > 0) {
      out += text.slice(0, until)
      last = text.charAt(until - 1)
    }
    forget(until)
  }

  function forget(until: number): void {
    text = text.slice(until)
    at -= until
    tagStart -= until
  }

  // Each of these reads on from `at` and says whether it got anywhere.
  const steps: Record<Mode, () => boolean> = {
    text() {
      const found = text.indexOf('<', at)
      if (found < 0) {
        at = text.length
        return false
      }
      at = found
      usualTag.lastIndex = found
      if (usualTag.test(text)) {
        at = usualTag.lastIndex
        return true
      }
      const kind = kindOf(text.slice(at, at + 4))
      if (kind === 'unclear') return false
      if (kind === 'tag') begin(at)
      else if (kind === 'text') at += 1
      else mode = kind
      return true
    },
    tag() {
      const after = reader.read(text, at)
      at = after < 0 ? text.length : after
      if (after >= 0) finish()
      return after >= 0
    },
    comment() {
      if (text.length < at + 6) return false
      // `<!-->` and `<!--->` are whole.
      const short = /^<!---?>/.exec(text.slice(at, at + 6))
      at += short ? short[0].length : 4
      mode = short ? 'text' : 'in a comment'
      return true
    },
    'in a comment': () => through(/--!?>/g, 3),
    declaration: () => through(/>/g, 0),
    raw() {
      const closing = new RegExp(`</${within}(?=[\\t\\n\\f\\r />])`, 'gi')
      closing.lastIndex = at
      const found = closing.exec(text)
      at = found ? found.index : Math.max(at, text.length - within.length - 2)
      if (found) begin(at)
      return found !== null
    },
  }

  function begin(start: number): void {
    mode = 'tag'
    tagStart = start
    at = start + 2
    reader = tagReader()
  }

  function through(ending: RegExp, looksBack: number): boolean {
    ending.lastIndex = at
    const found = ending.exec(text)
    at = found ? ending.lastIndex : Math.max(at, text.length - looksBack)
    if (found) mode = 'text'
    return found !== null
  }

  // What is dropped is forgotten with its tags; the text between them never leaves.
  function finish(): void {
    const tag = text.slice(tagStart, at)
    const name = nameOf(tag)
    mode = 'text'
    if (tag.startsWith('</')) {
      if (dropping) forget(at)
      dropping = false
      return
    }
    if (rawElements.has(name)) {
      mode = 'raw'
      within = name
    }
    const lean = leanTag(name, tag)
    if (lean === tag) return
    give(tagStart)
    forget(at)
    // Two texts that only a script stood between must not become one word, such as `<` and `b`.
    out += lean === '' && last !== '>' ? '<!---->' : lean
    last = '>'
    dropping = name === 'script'
  }

  function given(): string {
    const whole = out
    out = ''
    return whole
  }

  return {
    take(part) {
      text += part
      while (steps[mode]()) {}
      give(mode === 'tag' ? tagStart : at)
      return given()
    },
    end() {
      give(text.length)
      return given()
    },
  }
}

type Mode = 'text' | 'tag' | 'comment' | 'in a comment' | 'declaration' | 'raw'
