import { bodyLimit } from '#src/lib/http/limits.ts'

// Generous, for the framing of a field and for what React adds to the form.
const framing = { field: 200, form: 4000 }

/**
 * Whether a form holds more than the server takes: more text, or more files at once. The server says so too, but by a page
 * that React cannot show in place of the form, so with scripts such a form does not leave.
 */
export function isTooLarge(data: FormData, id: string): 'text' | 'files' | null {
  const sizes = { text: framing.form, files: 0 }
  for (const [name, value] of data) {
    if (typeof value === 'string') sizes.text += new Blob([name, value]).size + framing.field
    else sizes.files += value.size
  }
  if (sizes.text > bodyLimit.bytes) return 'text'
  const input = document.querySelector<HTMLInputElement>(`#${id} [data-most]`)
  return input && sizes.files > Number(input.dataset.most) ? 'files' : null
}
