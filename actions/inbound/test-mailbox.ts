'use server'

import { testMailboxForm } from '#src/inbound/forms.ts'
import { mailboxesPath } from '#src/inbound/paths.ts'
import { type Found, lookInto, testMailbox as verb } from '#src/inbound/test-mailbox.ts'
import { formAction } from '#src/lib/form-action.ts'
import { asAdministrator } from '#src/people/policy.ts'

export const testMailbox = formAction(
  'inbound.test-mailbox',
  testMailboxForm,
  async (tx, actor, input, _form, found: Found) =>
    mailboxesPath(await verb(tx, asAdministrator(actor), input, found)),
  {
    ahead: async (actor, input) => {
      asAdministrator(actor)
      return lookInto(input)
    },
  },
)
