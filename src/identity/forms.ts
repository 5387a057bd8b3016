import { z } from 'zod'
import { emailAddress } from '#src/lib/fields.ts'

/** `next` is where the browser wants to go afterwards: anything at all, so it is only followed as a safe path. */
export const signInForm = z.object({
  email: emailAddress,
  password: z.string({ error: 'Enter your password.' }),
  next: z.string().optional(),
})
