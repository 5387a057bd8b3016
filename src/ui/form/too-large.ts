import { bodyLimit } from '#src/lib/http/limits.ts'

// Generous, for the framing of a field and for what React adds to the form.
const framing = { field: 200, form: 4000 }

/**
 * What the form says when it holds more than the server takes; null when it fits. The server says it too, but by a page
 * that React cannot show in place of the form, so with scripts such a form does not leave.
 */
export function tooLargeToSend(data: FormData) {
  const fields = [...data].map(([name, value]) => new Blob([name, value]).size + framing.field)
  const bytes = fields.reduce((sum, size) => sum + size, framing.form)
  return bytes > bodyLimit.bytes ? { formErrors: [words], fieldErrors: {} } : null
}

const words = 'This is more text than the form can take, so it was not sent. Shorten it and send it again.'
