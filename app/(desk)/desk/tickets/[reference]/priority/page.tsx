import { changePriority } from '#actions/tickets/change-priority.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { PriorityChoices } from '#app/priority-choices.tsx'

export default deskTicketPage('/desk/tickets/[reference]/priority', ({ agent, ticket: found, query }) => (
  <FieldPage
    agent={agent}
    query={query}
    found={found}
    heading="Change the priority"
    name="tickets.change-priority"
    action={changePriority}
    values={{ priority: found.ticket.priority }}
    hidden={{ wasPriority: found.ticket.priority }}
    send="Set the priority"
  >
    <PriorityChoices
      label="Priority"
      hint="The clocks take the targets of the new priority, counted from when the ticket was opened."
    />
  </FieldPage>
))
