'use server'

import { rejectForm } from '#src/inbound/forms.ts'
import { receivedPath } from '#src/inbound/paths.ts'
import { reject as verb } from '#src/inbound/reject.ts'
import { formAction } from '#src/lib/form-action.ts'
import { asAdministrator } from '#src/people/policy.ts'

export const reject = formAction('inbound.reject', rejectForm, async (tx, actor, input) => {
  await verb(tx, asAdministrator(actor), input)
  return receivedPath(input.mailId, 'rejected')
})
