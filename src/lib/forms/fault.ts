import { codeOf, mayHaveCommitted } from '#src/lib/db/errors.ts'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { answerWith } from '#src/lib/http/response-status.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { fileErrors } from './file-field.ts'
import type { Post } from './post.ts'
import { type Report, reportOf } from './report.ts'

/**
 * Turns a fault of ours into a report: logged once under a reference that the person sees, everything typed kept,
 * and the same submission key for the next try, so that a send that did arrive is not doubled.
 */
export function faultReport(post: Post<unknown>, error: unknown, secret: readonly string[] = []): Report {
  const reference = newFaultReference()
  logFault(reference, error, { where: post.name })
  answerWith(isDatabaseAway(error) ? 503 : 500)
  const answer = currentAnswer()
  if (answer) answer.reference = reference
  const errors = { formErrors: [wordsFor(error, reference)], fieldErrors: fileErrors(post.received) }
  return { ...reportOf(post.data, errors, secret), token: post.sealed }
}

const away =
  /^(CONNECT|CONNECTION_|POOL_TIMEOUT|QUERY_TIMEOUT|TX_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|08|40|53|55P03|57)/

/** Whether the database could not be reached or was too busy to answer in time, rather than said no. */
export function isDatabaseAway(error: unknown) {
  return away.test(codeOf(error) ?? '')
}

function wordsFor(error: unknown, reference: string) {
  if (mayHaveCommitted(error))
    return `The connection broke while this was being saved. Send it again: it will not be doubled. If it keeps failing, give us the reference ${reference}.`
  if (isDatabaseAway(error))
    return `Our database did not answer, so nothing was saved. Everything you wrote is still here. Try again in a moment. If it keeps failing, give us the reference ${reference}.`
  return `Something went wrong on our side, so nothing was saved. Everything you wrote is still here. Try again. If it keeps failing, give us the reference ${reference}.`
}
