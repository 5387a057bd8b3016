import { faultAccount } from '#src/lib/fault-account.ts'
import { logEvent, logFault, newFaultReference } from '#src/lib/log.ts'
import { type Answer, currentAnswer } from './current-answer.ts'

type Found = { route?: string; during?: string; level?: 'error' | 'warning' }

/**
 * Logs a fault that Next caught, once, however often and by whichever way Next reports it. The page that the
 * person gets shows the same reference.
 * @param level `warning` for what is not a fault of ours, such as a form of a page that is out of date
 */
export function reportFault(error: unknown, { level = 'error', ...found }: Found = {}): void {
  const answer = currentAnswer()
  if (alreadyTold(error, answer)) return
  const reference = answer?.reference ?? newFaultReference()
  const where = answer?.where ?? 'outside a request'
  if (answer) answer.reference = reference
  const sent = faultInWhatWasSent(error, answer)
  if (answer && sent) answer.status = sent
  if (level === 'error' && !sent) logFault(reference, error, { where, ...found })
  else logEvent('refused', { reference, where, error: faultAccount(error) })
}

/** The reference under which the log tells of this failed answer; writes a line if nothing did yet. */
export function failureReference(answer: Answer, status: number): string | null {
  if (status === 404) return null
  if (!answer.reference) {
    answer.reference = newFaultReference()
    const { reference, where } = answer
    if (status >= 500) logFault(reference, undefined, { where, status })
    else logEvent('refused', { reference, where, status })
  }
  return answer.reference
}

const told = new WeakSet<object>()

// React hands on a copy of an error that was thrown in a Server Component; the digest is what they share.
function alreadyTold(error: unknown, answer: Answer | undefined): boolean {
  if (typeof error !== 'object' || error === null) return false
  if (told.has(error)) return true
  told.add(error)
  if (!answer || !('digest' in error) || typeof error.digest !== 'string') return false
  if (answer.digests.has(error.digest)) return true
  answer.digests.add(error.digest)
  return false
}

/** The status for what is no fault of ours: a form over the limit, or one that could not be taken apart; else null. */
function faultInWhatWasSent(error: unknown, answer: Answer | undefined): 400 | 413 | null {
  if (answer?.cut || isTooLarge(error)) return 413
  return answer?.unread && error instanceof Error && !passedOurCode(error) ? 400 : null
}

// Node, Next and React take a form apart before an action is asked. Our own code, a build that was taken away under
// the server included, lies in the build's chunks; one of these is Next itself.
function passedOurCode({ stack = '' }: Error): boolean {
  return stack.split('\n').some(frame => /[\\/]\.next[\\/]server[\\/](?!.*node_modules_next_)/.test(frame))
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413
}
