'use server'

import { formAction } from '#src/lib/form-action.ts'
import { describeFile as verb } from '#src/tickets/describe-file.ts'
import { describeFileForm } from '#src/tickets/forms.ts'
import { deskPath } from '#src/tickets/paths.ts'

export const describeFile = formAction('tickets.describe-file', describeFileForm, async (tx, actor, input) =>
  deskPath(input.reference, await verb(tx, actor, input)),
)
