import { changeStatus } from '#actions/tickets/change-status.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { statusWords } from '#src/tickets/status.ts'
import { Choices } from '#src/ui/browser.tsx'

export default deskTicketPage('/desk/tickets/[reference]/status', ({ agent, ticket: found, query }) => (
  <FieldPage
    agent={agent}
    query={query}
    found={found}
    heading="Change the status"
    name="tickets.change-status"
    action={changeStatus}
    values={{ status: found.ticket.status }}
    hidden={{ wasStatus: found.ticket.status }}
    send="Set the status"
  >
    <Choices
      name="status"
      label="Status"
      choices={(['open', 'pending', 'solved'] as const).map(value => ({
        value,
        label: statusWords[value].name,
        hint: statusWords[value].forAgent,
      }))}
    />
  </FieldPage>
))
