import { z } from 'zod'

export const retryForm = z.object({
  mailId: z.uuid({ error: 'This page lost its mail. Open it again from the outbox.' }),
})
