'use server'

import { formAction } from '#src/lib/form-action.ts'
import { changePolicy as verb } from '#src/sla/change-policy.ts'
import { changePolicyForm } from '#src/sla/forms.ts'

export const changePolicy = formAction('sla.change-policy', changePolicyForm, async (tx, actor, input) => {
  return `/admin/sla?done=${await verb(tx, actor, input)}`
})
