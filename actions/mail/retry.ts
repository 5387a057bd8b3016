'use server'

import { formAction } from '#src/lib/form-action.ts'
import { retryForm } from '#src/mail/forms.ts'
import { retry as verb } from '#src/mail/retry.ts'
import { asAdministrator } from '#src/people/policy.ts'

export const retry = formAction('mail.retry', retryForm, async (tx, actor, input) => {
  const done = await verb(tx, asAdministrator(actor), input)
  return `/admin/outbox/${input.mailId}?done=${done}`
})
