'use server'

import { formAction } from '#src/lib/form-action.ts'
import { assign as verb } from '#src/tickets/assign.ts'
import { assignForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const assign = formAction('tickets.assign', assignForm, async (tx, actor, input) => {
  return deskPath(input.reference, await verb(tx, actor, input))
})
