import { z } from 'zod'

const longest = 500

// Everything the database could not read as its type is refused here: an address must never make a query fail.
const kinds = {
  rank: z.int().min(-32_768).max(32_767),
  score: z.int(),
  moment: z.literal('infinity').or(z.iso.datetime().refine(isMoment)),
  id: z.uuid(),
}

type Kind = keyof typeof kinds

/** A place in an ordered list as it stands in an address: the sort values of the last row shown. */
export function cursorOf(values: (string | number | Date)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * Reads a cursor whose values are of these kinds: a small whole number, a larger one, a moment (to the millisecond, or
 * `infinity`) or a uuid. Null when there is none or it was tampered with: then the list starts anew.
 */
export function readCursor(cursor: unknown, ...shape: Kind[]): (string | number)[] | null {
  if (typeof cursor !== 'string' || cursor.length > longest) return null
  try {
    const values: unknown[] = z
      .array(z.unknown())
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return values.length === shape.length
      ? shape.map((kind, place) => kinds[kind].parse(values[place]))
      : null
  } catch {
    return null
  }
}

function isMoment(text: string) {
  const moment = new Date(text)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text
}
