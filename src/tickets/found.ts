import { z } from 'zod'
import { mostRanked, mostTickets, pageBehind, perPage, placeOf } from './search-ranked.ts'
import { statuses } from './status.ts'

const moment = z.coerce.date()

/** Rows as the database answers a search: one a ticket, with the message that fits best. */
export const foundRows = z.array(
  z.object({
    id: z.uuid(),
    score: z.coerce.number(),
    reference: z.string(),
    subject: z.string(),
    subjectLanguage: z.string().nullable(),
    status: z.enum(statuses),
    opened: moment,
    requester: z.string().optional(),
    body: z.string().nullable(),
    language: z.string().nullable(),
    written: moment.nullable(),
    internal: z.boolean().nullish(),
    question: z.string(),
    found: z.number(),
    ranked: z.number(),
    oldest: moment,
  }),
)

export type FoundRow = z.output<typeof foundRows>[number]

/**
 * One page of what was found. `older` is a moment before which there may be more, when not everything that fits was
 * ranked; `lexemes` are the words that the index was asked for, to be marked in what is shown.
 */
export function foundPage(rows: FoundRow[], after: unknown) {
  const page = rows.slice(0, perPage)
  const [top, last] = [page[0], page.at(-1)]
  const cut = top !== undefined && top.ranked >= (top.question ? mostRanked : mostTickets)
  return {
    rows: page,
    found: top?.found ?? 0,
    isMore: cut,
    older: cut ? minuteAfter(top.oldest) : undefined,
    lexemes: lexemesIn(top?.question ?? ''),
    first: pageBehind(after).first,
    next: rows.length > perPage && last ? placeOf(last) : undefined,
  }
}

export type Found = ReturnType<typeof foundPage>

function minuteAfter(moment: Date): string {
  return new Date(Math.floor(moment.getTime() / 60_000 + 1) * 60_000).toISOString().slice(0, 16)
}

/** The words in a question as Postgres writes it: `'kb' <-> '12345' | 'o''clock'`. Marks are no words. */
function lexemesIn(question: string): string[] {
  const quoted = [...question.matchAll(/'((?:[^']|'')*)'/g)].map(([, lexeme = '']) =>
    lexeme.replaceAll("''", "'"),
  )
  return [...new Set(quoted)]
}

/** A word that somebody typed, and one that they may have meant. */
export type Slip = { typed: string; word: string }

export function byTyped(slips: Slip[]): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const { typed, word } of slips) words.set(typed, [...(words.get(typed) ?? []), word])
  return words
}
