/** A piece of text that is shown, and whether it is what was looked for. */
export type Piece = { text: string; marked: boolean }

const around = 70
const wholeLength = 2 * around + 20
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u

/** The text in pieces, those marked that the words of the index stand for. Put together again they are the text. */
export function markedIn(text: string, lexemes: string[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { from, to } of joined(spans(text, lexemes))) {
    if (from > end) pieces.push({ text: text.slice(end, from), marked: false })
    pieces.push({ text: text.slice(from, to), marked: true })
    end = to
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false })
  return pieces
}

/** A line round the first place at which one of the words stands, or the beginning of the text; with its marks. */
export function contextOf(text: string, lexemes: string[]): Piece[] {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= wholeLength) return markedIn(line, lexemes)
  const first = spans(line, lexemes)[0]?.from ?? 0
  const from = first <= around ? 0 : wordAfter(line, first - around)
  const to = from + wholeLength >= line.length ? line.length : wordBefore(line, from + wholeLength)
  const shown = markedIn(line.slice(from, to), lexemes)
  return [
    ...(from > 0 ? [{ text: '… ', marked: false }] : []),
    ...shown,
    ...(to < line.length ? [{ text: ' …', marked: false }] : []),
  ]
}

type Span = { from: number; to: number }

function spans(text: string, lexemes: string[]): Span[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    if (unspaced.test(word))
      return inside(word, lexemes).map(({ from, to }) => ({ from: index + from, to: index + to }))
    const plain = plainly(word)
    return lexemes.some(lexeme => standsFor(lexeme, plain)) ? [{ from: index, to: index + word.length }] : []
  })
}

// A script without spaces is indexed by pairs of signs: whatever is covered by one that was asked for is marked.
function inside(run: string, lexemes: string[]): Span[] {
  return lexemes
    .filter(lexeme => unspaced.test(lexeme))
    .flatMap(lexeme => {
      const found: Span[] = []
      for (let at = run.indexOf(lexeme); at >= 0; at = run.indexOf(lexeme, at + 1))
        found.push({ from: at, to: at + lexeme.length })
      return found
    })
}

// A stem is the beginning of its words but for its last sign (ferri: ferry, ferries).
function standsFor(lexeme: string, plain: string): boolean {
  if (plain === lexeme) return true
  return lexeme.length >= 4 && plain.length <= lexeme.length + 4 && plain.startsWith(lexeme.slice(0, -1))
}

function joined(all: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...all].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

// As `search_plain` in drizzle/0007_search.sql, as far as a single word needs it.
function plainly(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(
      /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu,
      '',
    )
    .normalize('NFKC')
    .replace(/[ıøđłςىةیک]/gu, sign => alike[sign] ?? sign)
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
}

const alike: Record<string, string> = {
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
}

function wordAfter(line: string, at: number): number {
  const space = line.indexOf(' ', at)
  return space >= 0 && space < at + 20 ? space + 1 : whole(line, at)
}

function wordBefore(line: string, at: number): number {
  const space = line.lastIndexOf(' ', at)
  return space > at - 20 ? space : whole(line, at)
}

// Never between the two halves of one sign.
function whole(line: string, at: number): number {
  return /[\udc00-\udfff]/.test(line.charAt(at)) ? at + 1 : at
}
