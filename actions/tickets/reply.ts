'use server'

import { formAction } from '#src/lib/form-action.ts'
import { replyForm } from '#src/tickets/forms.ts'
import { deskPath, portalPath } from '#src/tickets/paths.ts'
import { reply as verb } from '#src/tickets/reply.ts'

export const reply = formAction(
  'tickets.reply',
  replyForm,
  async (tx, actor, input) => {
    const { reference, as, done } = await verb(tx, actor, input)
    return as === 'agent' ? deskPath(reference, done) : portalPath(reference, done)
  },
  { guests: true },
)
