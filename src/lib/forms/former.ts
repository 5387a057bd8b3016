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
  return (shown, posted) => {
    // A forged state can put something else in the place of the form; the new door reads it as a form without fields.
    const sealed = posted instanceof FormData ? posted.get('k') : null
    if (typeof sealed === 'string') posted.set('k', signedAnew(former, name, sealed))
    return action(shown, posted)
  }
}
