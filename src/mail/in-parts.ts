import type { mailOrders } from '#src/lib/db/tables/system.ts'

/** A paragraph of ours, the heading of what follows, or what a person wrote, with its language where that is known. */
export type Part = string | { heading: string } | { words: string; language: string | null | undefined }

type Texts = Required<Pick<typeof mailOrders.$inferInsert, 'body' | 'said' | 'headings'>>

/**
 * The text of a mail, part by part, and where in it headings stand and the words of people, so that a screen reader can
 * find the ones and say the others in their own language.
 */
export function inParts(parts: readonly Part[]): Texts {
  const texts: Texts = { body: '', said: [], headings: [] }
  for (const part of parts) {
    const from = texts.body === '' ? 0 : texts.body.length + 2
    const text = textOf(part)
    texts.body = texts.body === '' ? text : `${texts.body}\n\n${text}`
    const place = { from, to: from + text.length }
    if (typeof part === 'string') continue
    if ('heading' in part) texts.headings?.push(place)
    else texts.said?.push({ ...place, language: part.language || null })
  }
  return texts
}

function textOf(part: Part): string {
  if (typeof part === 'string') return part
  return 'heading' in part ? part.heading : part.words
}
