'use server'

import { formAction } from '#src/lib/form-action.ts'
import { revokeLinksForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { revokeLinks as verb } from '#src/tickets/revoke-links.ts'

export const revokeLinks = formAction('tickets.revoke-links', revokeLinksForm, async (tx, actor, input) => {
  return deskPath(input.reference, await verb(tx, actor, input))
})
