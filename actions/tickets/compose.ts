'use server'

import { formAction } from '#src/lib/form-action.ts'
import { compose as verb } from '#src/tickets/compose.ts'
import { composeForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const compose = formAction('tickets.compose', composeForm, async (tx, actor, input) => {
  const { done, reference } = await verb(tx, actor, input)
  return deskPath(reference, done, input.queue)
})
