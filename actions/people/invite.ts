'use server'

import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import { formAction } from '#src/lib/form-action.ts'
import { inviteForm } from '#src/people/forms.ts'
import { invite as verb } from '#src/people/invite.ts'
import { agentPath } from '#src/people/paths.ts'

export const invite = formAction('people.invite', inviteForm, async (tx, actor, input) => {
  const { agentId, ...person } = await verb(tx, actor, input)
  await orderSetPasswordMail(tx, person, 'invited')
  return agentPath(agentId, 'invited')
})
