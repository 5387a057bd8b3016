'use server'

import { formAction } from '#src/lib/form-action.ts'
import { makeDefaultForm } from '#src/sla/forms.ts'
import { makeDefault as verb } from '#src/sla/make-default.ts'

export const makeDefault = formAction('sla.make-default', makeDefaultForm, async (tx, actor, input) => {
  await verb(tx, actor, input)
  return '/admin/sla?done=default-set'
})
