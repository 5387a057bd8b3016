'use server'

import { formAction } from '#src/lib/form-action.ts'
import { changeStatus as verb } from '#src/tickets/change-status.ts'
import { statusForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const changeStatus = formAction('tickets.change-status', statusForm, async (tx, actor, input) => {
  return deskPath(input.reference, await verb(tx, actor, input))
})
