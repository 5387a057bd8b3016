'use server'

import { formAction } from '#src/lib/form-action.ts'
import { removePolicyForm } from '#src/sla/forms.ts'
import { removePolicy as verb } from '#src/sla/remove-policy.ts'

export const removePolicy = formAction('sla.remove-policy', removePolicyForm, async (tx, actor, input) => {
  return `/admin/sla?done=${await verb(tx, actor, input)}`
})
