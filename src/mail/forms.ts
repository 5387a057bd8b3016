import { z } from 'zod'

export const retryForm = z.object({
  mailId: z.uuid({ error: 'This page lost its mail. Open it again from the outbox.' }),
})

/** `to` is the address that the page has named; mail goes to nobody else. */
export const sendTestForm = z.object({
  to: z.string({ error: 'This page lost your address. Open it again from the outbox.' }).max(254),
})
