'use server'

import { formAction } from '#src/lib/form-action.ts'
import { retireTeamForm } from '#src/people/forms.ts'
import { retireTeam as verb } from '#src/people/retire-team.ts'
import { leaveTeam } from '#src/tickets/leave-team.ts'

export const retireTeam = formAction('people.retire-team', retireTeamForm, async (tx, actor, input) => {
  await verb(tx, actor, input)
  await leaveTeam(tx, actor, input.teamId)
  return '/admin/teams?done=retired'
})
