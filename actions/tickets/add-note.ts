'use server'

import { formAction } from '#src/lib/form-action.ts'
import { addNote as verb } from '#src/tickets/add-note.ts'
import { noteForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const addNote = formAction('tickets.add-note', noteForm, async (tx, actor, input) => {
  return deskPath(input.reference, await verb(tx, actor, input))
})
