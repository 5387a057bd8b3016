import { z } from 'zod'

const places = z.array(z.union([z.string().max(64), z.number()])).max(8)

/** A place in an ordered list as it stands in an address: the sort values of the last row shown. */
export function cursorOf(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads a cursor with this many values; null when there is none or it was tampered with: then the list starts anew. */
export function readCursor(cursor: unknown, length: number): (string | number)[] | null {
  if (typeof cursor !== 'string') return null
  try {
    const values = places.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return values.length === length ? values : null
  } catch {
    return null
  }
}
