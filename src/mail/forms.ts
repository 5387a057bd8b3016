import { z } from 'zod'

export const retryForm = z.object({
  mailId: z.uuid({ error: 'This page lost its mail. Open it again from the outbox.' }),
})

/** Nothing to say: the mail goes to whoever asks for it. */
export const sendTestForm = z.object({})
