'use server'

import { formAction } from '#src/lib/form-action.ts'
import { addTeam as verb } from '#src/people/add-team.ts'
import { addTeamForm } from '#src/people/forms.ts'
import { teamPath } from '#src/people/paths.ts'

export const addTeam = formAction('people.add-team', addTeamForm, async (tx, actor, input) => {
  return teamPath(await verb(tx, actor, input), 'added')
})
