/**
 * Text of the kind `format=flowed` (RFC 3676), whose lines go on in the next one where they end with a blank. We join
 * them ourselves: postal-mime 4.0.0 joins the last line of a quote with the answer below it.
 */
export function takeOverFlow(raw: Uint8Array): { raw: Uint8Array; flow: Flow | null } {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (!/flowed/i.test(bytes.toString('latin1'))) return { raw, flow: null }
  const text = bytes.toString('latin1')
  const fixed = text.replace(parameter, (_, before: string) => `${before}fixed `)
  if (fixed === text) return { raw, flow: null }
  return { raw: Buffer.from(fixed, 'latin1'), flow: { dropsBlank: /\bdelsp="?yes/i.test(text) } }
}

type Flow = { dropsBlank: boolean }

// In a header of this name or in a line that goes on with one, and of the same length as before.
const parameter = /^((?:Content-Type:|[ \t])[^\r\n]{0,900}?\bformat="?)flowed/gim

export function joinFlow(text: string, { dropsBlank }: Flow): string {
  const joined: { depth: number; words: string; open: boolean }[] = []
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0
    const words = line.slice(marks).replace(/^ /, '')
    const open = words.endsWith(' ') && words !== '-- '
    const last = joined.at(-1)
    if (last?.open && last.depth === marks && words !== '-- ') {
      last.words = `${dropsBlank ? last.words.slice(0, -1) : last.words}${words}`
      last.open = open
    } else joined.push({ depth: marks, words, open })
  }
  return joined.map(({ depth, words }) => `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${words}`).join('\n')
}
