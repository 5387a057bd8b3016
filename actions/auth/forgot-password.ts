'use server'

import { forgotPassword as verb } from '#src/identity/forgot-password.ts'
import { forgotPasswordForm } from '#src/identity/forms.ts'
import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { noSoonerThan } from '#src/lib/no-sooner-than.ts'

export const forgotPassword = actionFor('auth.forgot-password', forgotPasswordForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  submissionOf(post, undefined)
  const { input } = post
  const limits = await limitsOf('forgot-password', input.email)
  const order = once(post, '/sign-in?done=reset-sent', limits, async () => {
    return tx => verb(tx, input)
  })
  return noSoonerThan(250, order)
})
