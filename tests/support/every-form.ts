import { adminForms } from './forms/admin-forms.ts'
import { authForms } from './forms/auth-forms.ts'
import type { FormCase } from './forms/form-case.ts'
import { guestForms } from './forms/guest-forms.ts'
import { ownForms } from './forms/own-forms.ts'
import { ticketForms } from './forms/ticket-forms.ts'

/**
 * Every form of the product, by its action's path below `actions/`; where an action stands on two pages, the second
 * has a word more. `every-form.test.ts` fails when an action has none.
 *
 * To be used by a browser test (Playwright reads `tests/e2e/tsconfig.json`) or by a program of its own
 * (`node --conditions=react-server --import tsx …`). It makes what the forms are about in the desk's own database, so
 * the process has DATABASE_URL, BETTER_AUTH_SECRET and BETTER_AUTH_URL of that desk, set before the first call. The
 * desk has the demo's people, and SMTP_URL for the form of `mail/retry`. Limits on tries stay as they are; where many
 * forms are sent, the desk is given a TRUSTED_PROXY_HEADER, and each visitor an address by `newAddress` (visit.ts).
 */
export const everyForm: Record<string, FormCase> = {
  ...authForms,
  ...adminForms,
  ...ownForms,
  ...guestForms,
  ...ticketForms,
}

/**
 * What is asked for on a fresh page is asked for anew there: another mail, because the first may be what went astray. How
 * many is limited. After silence these are only sent again as they are.
 */
export const eachPageIsAWish = [
  'auth/forgot-password',
  'mail/send-test',
  'tickets/renew-link',
  'tickets/send-link',
]

export type { FormCase }
