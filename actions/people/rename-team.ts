'use server'

import { formAction } from '#src/lib/form-action.ts'
import { renameTeamForm } from '#src/people/forms.ts'
import { teamPath } from '#src/people/paths.ts'
import { renameTeam as verb } from '#src/people/rename-team.ts'

export const renameTeam = formAction('people.rename-team', renameTeamForm, async (tx, actor, input) => {
  return teamPath(input.teamId, await verb(tx, actor, input))
})
