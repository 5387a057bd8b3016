import type { FormError, SubmissionResult } from '@conform-to/dom/future'
import { parseSubmission, report } from '@conform-to/dom/future'
import { type Arrived, fileErrors } from './file-field.ts'
import type { Post } from './post.ts'

/** Something that somebody else did while this person was writing, shown above the text that was kept. */
export type News = {
  author: string
  at: string
  body: string
  internal: boolean
  /** The language of `body`, where it is known, with its direction. */
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/**
 * What a form shows when it was not accepted: the values, the words beside the fields and above the form. It
 * travels through the page and back as a readable hidden field, so it holds nothing that this person may not see.
 * `token` is set when the next try must be the same submission, because this one may already be saved.
 */
export type Report = {
  result: SubmissionResult<string[]>
  token?: string
  news?: News[]
  /** Hidden fields as things stood when the form was refused. */
  hidden?: Record<string, string>
  draft?: DraftAnswer
  /** What was done with its files, for people, where that was all that was asked. */
  said?: string
  /** What became of the piece of a file for which alone it was sent. */
  arrived?: Arrived
}

/**
 * What became of a draft that was saved while somebody typed: its version now; `nothing` to save, or sent already;
 * `elsewhere`: another window keeps other words; `signed-out`: nobody to keep it for.
 */
export type DraftAnswer = number | 'nothing' | 'elsewhere' | 'signed-out'

/** Either a path of ours to send the browser to (303), or the form again with what was typed. */
export type Outcome = { path: string } | { report: Report }

/** Makes the report of a post. The fields named in `secret` are never sent back. */
export function reportOf(
  data: FormData,
  error: Partial<FormError<string[]>>,
  secret: readonly string[] = [],
): Report {
  return { result: report(parseSubmission(data), { error, hideFields: [...secret] }) }
}

/** The answer to a form that was sent only for its files: it comes back as it was, with them, and nothing is judged. */
export function fileReport({ data, received }: Pick<Post<unknown>, 'data' | 'received'>): Report {
  const said = received.refused.length > 0 ? undefined : received.said
  return { ...reportOf(data, { fieldErrors: fileErrors(received) }), said }
}
