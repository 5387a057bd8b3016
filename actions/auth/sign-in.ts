'use server'

import { headers } from 'next/headers'
import { signInForm } from '#src/identity/forms.ts'
import { limitsOf } from '#src/identity/limits.ts'
import { signInAs } from '#src/identity/sign-in.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { countTry, takeBack } from '#src/lib/rate-limit.ts'

const secret = ['password'] as const

export const signIn = actionFor('auth.sign-in', signInForm, secret, async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors, secret) }
  submissionOf(post, undefined)
  const limits = await limitsOf('sign-in', post.input.email)
  await countTry(limits)
  const path = await signInAs(post.input, await headers())
  await takeBack(limits)
  return { path }
})
