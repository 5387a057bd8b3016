import { endOfQuote, isQuoted, nextWords, startsHistory } from './history-marks.ts'
import { startOfSignature } from './signature.ts'

/** What somebody wrote, and what their program added below or above it: earlier mails, a signature. */
export type Folded = { body: string; folded: string }

/**
 * Takes the earlier mails and the signature away from what was written. Nothing is lost, it stands in `folded`; and
 * where nothing else would be left, the text stays whole. Answers between the lines of a quote keep the quote.
 */
export function foldHistory(text: string): Folded {
  const lines = text.split('\n')
  const [start, leading] = leadingQuote(lines)
  const end = aboveRule(lines, startOfHistory(lines, start))
  const signature = startOfSignature(lines.slice(start, end)) + start
  const written = (from: number, to: number) => lines.slice(from, to).join('\n').trim()
  const body = written(start, signature)
  if (body === '') return { body: text.trim(), folded: '' }
  const folded = [leading, lines.slice(signature).join('\n').trim()].filter(part => part !== '')
  return { body, folded: folded.join('\n\n') }
}

// A quote at the top with the whole answer below it, as some write by habit.
function leadingQuote(lines: readonly string[]): [number, string] {
  const first = lines.findIndex(line => line.trim() !== '')
  const end = first < 0 ? undefined : endOfQuote(lines, first)
  const answer = end === undefined ? [] : lines.slice(end)
  if (end === undefined || answer.some(isQuoted) || answer.every(line => line.trim() === '')) return [0, '']
  return [end, lines.slice(0, end).join('\n').trim()]
}

function startOfHistory(lines: readonly string[], from: number): number {
  const tail = startOfSignature(lines)
  for (let at = from; at < lines.length; at += 1) {
    if (startsHistory(lines, at)) return at
    const end = endOfQuote(lines, at)
    if (end === undefined) continue
    if (nextWords(lines, end) >= tail) return at
    at = end - 1
  }
  return lines.length
}

// The line that some programs draw between the answer and the earlier mail.
function aboveRule(lines: readonly string[], at: number): number {
  const words =
    at -
    lines
      .slice(0, at)
      .reverse()
      .findIndex(line => line.trim() !== '')
  return at < lines.length && /^\s*[-_=*]{3,}\s*$/.test(lines[words - 1] ?? '') ? words - 1 : at
}
