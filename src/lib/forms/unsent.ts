import { currentAnswer } from '#src/lib/http/current-answer.ts'
import type { Post } from './post.ts'
import type { Report } from './report.ts'
import { personOf, signFormToken } from './token.ts'

type Action = (shown: Report | null, posted: FormData) => Promise<Report>

/**
 * A form that was not accepted, for a page that cannot be read and so cannot show it again itself. `posted` is every
 * field as it was sent, the secret ones empty. It is sent again under its own key after a fault, which may have come
 * after all was saved, else under a new one, as from its own page.
 */
export type Unsent = {
  name: string
  action: Action
  token: string
  posted: Record<string, string>
  secret: readonly string[]
  report: Report
}

/** Keeps the form for the page of this answer. Without scripts that page is rendered next, and may itself fail. */
export function keepForPage(
  action: Action,
  post: Post<unknown>,
  report: Report,
  secret: readonly string[],
): void {
  const answer = currentAnswer()
  if (!answer) return
  const posted = Object.fromEntries(Object.entries(post.aside).filter(([, value]) => value !== ''))
  for (const [field, value] of post.data)
    if (typeof value === 'string') posted[field] = secret.includes(field) ? '' : value
  const token = report.token ?? signFormToken(post.name, personOf(post.name, post.sealed))
  answer.unsent = { name: post.name, action, token, posted, secret, report }
}

/**
 * What the form of this name shows from the start: the report of this request. React itself gives a report only to a
 * form with the very action that was posted, which an action with a new name is not.
 */
export function reportFor(form: string): Report | null {
  const unsent = currentAnswer()?.unsent
  return unsent?.name === form ? unsent.report : null
}
