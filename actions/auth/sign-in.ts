'use server'

import { headers } from 'next/headers'
import { signInForm } from '#src/identity/forms.ts'
import { signInAs } from '#src/identity/sign-in.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'

export const signIn = actionFor('auth.sign-in', signInForm, ['password'], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors, ['password']) }
  submissionOf(post, undefined)
  return { path: await signInAs(post.input, await headers()) }
})
