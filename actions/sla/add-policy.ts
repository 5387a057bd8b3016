'use server'

import { formAction } from '#src/lib/form-action.ts'
import { addPolicy as verb } from '#src/sla/add-policy.ts'
import { addPolicyForm } from '#src/sla/forms.ts'

export const addPolicy = formAction('sla.add-policy', addPolicyForm, async (tx, actor, input) => {
  await verb(tx, actor, input)
  return '/admin/sla?done=added'
})
