'use server'

import { formAction } from '#src/lib/form-action.ts'
import { compose as verb } from '#src/tickets/compose.ts'
import { composeForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const compose = formAction('tickets.compose', composeForm, async (tx, actor, input, form) => {
  // Taking a ticket sends nothing: what was written so far stays a draft.
  if (input.intent === 'take') await form.keepText()
  const { done, reference } = await verb(tx, actor, input)
  return deskPath(reference, done, input.queue)
})
