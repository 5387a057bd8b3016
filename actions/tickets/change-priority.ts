'use server'

import { formAction } from '#src/lib/form-action.ts'
import { changePriority as verb } from '#src/tickets/change-priority.ts'
import { priorityForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const changePriority = formAction(
  'tickets.change-priority',
  priorityForm,
  async (tx, actor, input) => {
    return deskPath(input.reference, await verb(tx, actor, input))
  },
)
