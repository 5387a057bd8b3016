'use server'

import { formAction } from '#src/lib/form-action.ts'
import { confirmFixed as verb } from '#src/tickets/confirm-fixed.ts'
import { confirmFixedForm } from '#src/tickets/forms.ts'
import { portalPath } from '#src/tickets/paths.ts'

export const confirmFixed = formAction(
  'tickets.confirm-fixed',
  confirmFixedForm,
  async (tx, actor, input) => {
    await verb(tx, actor, input)
    return portalPath(input.reference, 'confirmed')
  },
  { guests: true },
)
