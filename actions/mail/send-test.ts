'use server'

import { formAction } from '#src/lib/form-action.ts'
import { sendTestForm } from '#src/mail/forms.ts'
import { sendTest as verb } from '#src/mail/send-test.ts'
import { asAdministrator } from '#src/people/policy.ts'

export const sendTest = formAction('mail.send-test', sendTestForm, async (tx, actor, input) => {
  const mailId = await verb(tx, asAdministrator(actor), input)
  return `/admin/outbox/${mailId}?done=test-ordered`
})
