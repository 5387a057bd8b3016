import type { Answer } from './plain-browser.ts'
import { type ReadForm, valueIn } from './read-form.ts'
import { type ReadPage, readPage } from './read-page.ts'

/** An answer as its person takes it. */
export type Seen =
  | { kind: 'nothing'; why: string }
  | { kind: 'elsewhere'; path: string }
  | { kind: 'page'; status: number; page: ReadPage; isLastResort: boolean }

/**
 * What is wrong with an answer, whoever gets it and why: a blank or bare page. Null when it can be read. Only a page that
 * was asked for may send on with 307: with a form that would be sent on too.
 */
export function unreadable(answer: Answer, isToForm = true): string | null {
  if (answer.kind === 'nothing') return null
  const { status, type, location, body } = answer
  if (status === 303 || (status === 307 && !isToForm))
    return /^\/(?![/\\])/.test(location) ? null : `a redirect to "${location}"`
  if (!known.includes(status)) return `the status ${status}`
  if (!/^text\/html\b/.test(type)) return `${status} with the type "${type}": ${body.slice(0, 60)}`
  const page = readPage(body)
  const missing = [
    !page.hasDoctype && 'doctype',
    !page.lang && 'language',
    !page.title && 'title',
    !page.heading && 'heading',
    page.text.replace(/\s+/g, ' ').length < 200 && 'text',
  ].filter(Boolean)
  return missing.length > 0 ? `${status} without ${missing.join(', ')}` : null
}

const known = [200, 400, 404, 409, 413, 429, 500, 503]

export function see(answer: Answer): Seen {
  if (answer.kind === 'nothing') return answer
  if ([303, 307].includes(answer.status)) return { kind: 'elsewhere', path: answer.location }
  const page = readPage(answer.body)
  const isLastResort =
    page.forms.length === 0 && /press Back in your browser, and it is still in the form/.test(page.text)
  return { kind: 'page', status: answer.status, page, isLastResort }
}

/** Whether a page says that it does not know what is kept for its form, and asks to be loaded again. */
export function isUnsure({ text }: ReadPage): boolean {
  return /could not look whether something that you wrote is kept/.test(one(text))
}

/**
 * What a page that answers a form has lost of what was typed: by name, what stands neither in the form again nor in
 * words. A choice is only looked for in the form. The page of last resort says that Back has it.
 */
export function lostOn(
  { page, isLastResort }: Seen & { kind: 'page' },
  form: ReadForm | undefined,
  typed: Record<string, string>,
  texts: string[],
): string[] {
  if (isLastResort) return []
  return Object.entries(typed).flatMap(([name, value]) => {
    if (form && valueIn(form, name) === value) return []
    const isShown = texts.includes(name) ? one(page.text).includes(one(value)) : !form || name === 'password'
    return isShown ? [] : [name]
  })
}

const one = (text: string) => text.replace(/\s+/g, ' ')
