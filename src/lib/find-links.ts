export type Piece = { text: string; href?: string }

// An address ends at a space, a quotation mark, an angle bracket, a control character or a sign that turns the
// direction of writing: such a sign could show the reader another address than the one that opens.
const address = /\b(?:https?:\/\/|mailto:)[^\s<>"'“”«»`\p{Cc}\p{Cf}]+/giu

const longest = 2000

/**
 * Cuts a line of plain text into pieces; those that are web or mail addresses carry the address to open. The texts of
 * all pieces put together are the line, unchanged.
 */
export function findLinks(line: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of line.matchAll(address)) {
    if (match[0].length > longest) continue
    const text = withoutTail(match[0])
    if (!mayOpen(text)) continue
    if (match.index > end) pieces.push({ text: line.slice(end, match.index) })
    pieces.push({ text, href: text })
    end = match.index + text.length
  }
  if (end < line.length) pieces.push({ text: line.slice(end) })
  return pieces
}

/** Leaves out the punctuation of the sentence round the address: a full stop, a bracket that was opened before it. */
function withoutTail(address: string): string {
  let text = address
  while (endsSentence(text) || closesOutside(text)) text = text.slice(0, -1)
  return text
}

function endsSentence(text: string): boolean {
  return '.,;:!?*…。、，．！？；：।؟،؛'.includes(text.slice(-1))
}

const openers = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['）', '（'],
  ['」', '「'],
  ['】', '【'],
])

function closesOutside(text: string): boolean {
  const last = text.slice(-1)
  const opener = openers.get(last)
  return opener !== undefined && text.split(last).length > text.split(opener).length
}

/** A name before the host (`https://bank.example@evil.example`) is there to deceive: such an address stays text. */
function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === 'mailto:') return url.pathname.includes('@')
  return url.username === '' && url.password === ''
}
