'use server'

import { formAction } from '#src/lib/form-action.ts'
import { deactivate as verb } from '#src/people/deactivate.ts'
import { deactivateForm } from '#src/people/forms.ts'
import { agentPath } from '#src/people/paths.ts'
import { handBack } from '#src/tickets/hand-back.ts'

export const deactivate = formAction('people.deactivate', deactivateForm, async (tx, actor, input) => {
  await handBack(tx, actor, await verb(tx, actor, input))
  return agentPath(input.agentId, 'deactivated')
})
