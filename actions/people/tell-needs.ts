'use server'

import { formAction } from '#src/lib/form-action.ts'
import { tellNeedsForm } from '#src/people/forms.ts'
import { accountPath } from '#src/people/paths.ts'
import { tellNeeds as verb } from '#src/people/tell-needs.ts'

export const tellNeeds = formAction('people.tell-needs', tellNeedsForm, async (tx, actor, input) => {
  return accountPath(await verb(tx, actor, input))
})
