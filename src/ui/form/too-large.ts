import { bodyLimit } from '#src/lib/http/limits.ts'

// Generous, for the framing of a field and for what React adds to the form.
const framing = { field: 200, form: 4000 }

/**
 * Whether a form holds more than the server takes. The server says so too, but by a page that React cannot show in place of
 * the form, so with scripts such a form does not leave.
 */
export function isTooLarge(data: FormData): boolean {
  const fields = [...data].map(([name, value]) => new Blob([name, value]).size + framing.field)
  return fields.reduce((sum, size) => sum + size, framing.form) > bodyLimit.bytes
}
