'use server'

import { formAction } from '#src/lib/form-action.ts'
import { reportNotFixedForm } from '#src/tickets/forms.ts'
import { portalPath } from '#src/tickets/paths.ts'
import { reportNotFixed as verb } from '#src/tickets/report-not-fixed.ts'

export const reportNotFixed = formAction(
  'tickets.report-not-fixed',
  reportNotFixedForm,
  async (tx, actor, input) => {
    const { reference, done } = await verb(tx, actor, input)
    return portalPath(reference, done)
  },
  { guests: true },
)
