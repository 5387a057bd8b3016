import { z } from 'zod'
import { emailAddress, line } from '#src/lib/fields.ts'
import { passwordProblem } from './password-rule.ts'

const password = z.string({ error: 'Enter your password.' })
const newPassword = z.string({ error: 'Choose a password.' }).superRefine((chosen, context) => {
  const problem = passwordProblem(chosen)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})
const token = z.string({ error: 'The link is not whole. Open it from the mail again.' }).max(1000)

/** `next` is where the browser wants to go afterwards: anything at all, so it is only followed as a safe path. */
export const signInForm = z.object({ email: emailAddress, password, next: z.string().optional() })

export const signUpForm = z
  .object({
    name: line('Enter your name, as we should call you.', { most: 200 }),
    email: emailAddress,
    password: newPassword,
  })
  .superRefine((input, context) => {
    const problem = passwordProblem(input.password, [input.name, input.email])
    if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem })
  })

export const forgotPasswordForm = z.object({ email: emailAddress })

export const resetPasswordForm = z.object({ token, password: newPassword })
export const confirmAddressForm = z.object({ token })

/** `next` is the page that the person came from; it is only shown as a link, and only as a safe path. */
export const chooseVersionForm = z.object({
  version: z.enum(['light', 'full'], { error: 'This page lost what you chose. Load it again.' }),
  next: z.string().optional(),
})
