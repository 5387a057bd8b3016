'use server'

import { formAction } from '#src/lib/form-action.ts'
import { openTicketForm } from '#src/tickets/forms.ts'
import { openTicket } from '#src/tickets/open-ticket.ts'

export const open = formAction('tickets.open', openTicketForm, async (tx, actor, input) => {
  const reference = await openTicket(tx, actor, input)
  return `/tickets/${reference}/opened`
})
