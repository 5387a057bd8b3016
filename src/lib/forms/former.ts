import { currentAnswer } from '#src/lib/http/current-answer.ts'
import type { Report } from './report.ts'
import { signedAnew } from './token.ts'

type Action = (shown: Report | null, posted: FormData) => Promise<Report>

/**
 * The old door of an action that was renamed or moved, left behind for one release: forms on pages of the build before
 * still come here. It hands them over as forms of the new name, with the same submission key, person and time.
 * @param former the name that those forms were signed for, such as `tickets.hand-over`
 * @param name the name that the action has now, such as `tickets.assign`
 */
export function formerly(former: string, name: string, action: Action): Action {
  return async (shown, posted) => {
    const sealed = posted.get('k')
    if (typeof sealed === 'string') posted.set('k', signedAnew(former, name, sealed))
    const report = await action(shown, posted)
    const answer = currentAnswer()
    if (answer) answer.report = { form: name, report }
    return report
  }
}

/**
 * The report that this form shows from the start, because it was sent under its former name; null for every other.
 * React gives a report only to a form with the very action that was posted.
 */
export function reportOfFormer(form: string): Report | null {
  const found = currentAnswer()?.report
  return found?.form === form ? found.report : null
}
