import { assign } from '#actions/tickets/assign.ts'
import { FieldPage } from '#app/(desk)/desk/tickets/[reference]/field-page.tsx'
import { deskTicketPage } from '#app/guarded.tsx'
import { optionsOf } from '#src/ui/form/options.ts'
import { Select } from '#src/ui/form/select.tsx'

export default deskTicketPage('/desk/tickets/[reference]/assign', ({ agent, ticket: found, query }) => {
  const { people, teams } = found
  const { assigneeId, team } = found.ticket
  return (
    <FieldPage
      agent={agent}
      query={query}
      found={found}
      heading="Change the assignee or team"
      name="tickets.assign"
      action={assign}
      values={{ assignee: assigneeId ?? '', team: team ?? '' }}
      hidden={{ wasAssignee: assigneeId ?? '', wasTeam: team ?? '' }}
      send="Give the ticket"
    >
      <Select
        name="team"
        label="Team"
        hint="A new team drops an assignee who is not in it."
        options={optionsOf(teams, 'No team', { id: team, name: found.teamName })}
      />
      <Select
        name="assignee"
        label="Assignee"
        options={optionsOf(people, 'Nobody', { id: assigneeId, name: found.assignee })}
      />
    </FieldPage>
  )
})
