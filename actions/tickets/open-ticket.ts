'use server'

import { formAction } from '#src/lib/form-action.ts'
import { openTicketForm } from '#src/tickets/forms.ts'
import { openTicket as verb } from '#src/tickets/open-ticket.ts'
import { openedPath } from '#src/tickets/paths.ts'

export const openTicket = formAction('tickets.open-ticket', openTicketForm, async (tx, actor, input) => {
  const { reference, done } = await verb(tx, actor, input)
  // The page says by itself that the ticket was opened.
  return openedPath(reference, done === 'opened' ? undefined : done)
})
