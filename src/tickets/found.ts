import { z } from 'zod'
import { pageBehind, perPage, placeOf } from './search-ranked.ts'
import { statuses } from './status.ts'

const moment = z.coerce.date()

const foundRow = z.object({
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
})

const foundFigures = z.object({ question: z.string(), found: z.number(), until: moment.nullable() })

/** The rows of a page, one a ticket with the message that fits best, and what is known of all that was found. */
export type FoundRows = { rows: z.output<typeof foundRow>[]; figures: z.output<typeof foundFigures> }

/** Reads what the database answers a search; where no ticket fits, that is a row of figures alone. */
export function foundRows(answer: Record<string, unknown>[]): FoundRows {
  const rows = answer.filter(({ id }) => id !== null)
  return { rows: z.array(foundRow).parse(rows), figures: foundFigures.parse(answer[0]) }
}

/** Where nothing was asked for. */
export const nothingFound: FoundRows = { rows: [], figures: { question: '', found: 0, until: null } }

/**
 * One page of what was found. `older` is a moment before which there may be more, when the search did not go back to the
 * beginning; `lexemes` are the words that the index was asked for, to be marked in what is shown.
 */
export function foundPage({ rows, figures: { found, question, until } }: FoundRows, after: unknown) {
  const page = rows.slice(0, perPage)
  const last = page.at(-1)
  return {
    rows: page,
    found,
    isMore: until !== null,
    older: until ? minuteAfter(until) : undefined,
    lexemes: lexemesIn(question),
    first: pageBehind(after).first,
    next: rows.length > perPage && last ? placeOf(last) : undefined,
  }
}

export type Found = ReturnType<typeof foundPage>

// What was written in the same minute is found again rather than never: `before:` can name no less.
function minuteAfter(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 60_000 + 1) * 60_000)
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
