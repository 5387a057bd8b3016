'use server'

import { formAction } from '#src/lib/form-action.ts'
import { reactivateForm } from '#src/people/forms.ts'
import { agentPath } from '#src/people/paths.ts'
import { reactivate as verb } from '#src/people/reactivate.ts'

export const reactivate = formAction('people.reactivate', reactivateForm, async (tx, actor, input) => {
  await verb(tx, actor, input)
  return agentPath(input.agentId, 'reactivated')
})
