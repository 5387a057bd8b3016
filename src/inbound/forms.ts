import { z } from 'zod'
import { emailAddress } from '#src/lib/fields.ts'

const mailId = z.uuid({ error: 'This page lost its mail. Open it again from the list of mails.' })

/** `from`: whose mail it is, where the mail does not say. `seen`: how it stood when its page was made. */
export const releaseForm = z.object({
  mailId,
  from: emailAddress.optional(),
  seen: z.enum(['waiting', 'rejected']).default('waiting'),
})

export const rejectForm = z.object({ mailId })

/** By the button that was pressed: each mailbox has its own. */
export const testMailboxForm = z.object({
  mailbox: z.string({ error: 'Press the button of the mailbox that is to be tested.' }).max(600),
})
