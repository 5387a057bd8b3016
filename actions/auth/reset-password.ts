'use server'

import { hashPassword } from 'better-auth/crypto'
import { resetPasswordForm } from '#src/identity/forms.ts'
import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { resetPassword as verb } from '#src/identity/reset-password.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'

const secret = ['password'] as const

export const resetPassword = actionFor('auth.reset-password', resetPasswordForm, secret, async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors, secret) }
  submissionOf(post, undefined)
  const { token, password } = post.input
  const limits = await limitsOf('reset-password')
  return once(post, '/sign-in?done=password-set', limits, async () => {
    const passwordHash = await hashPassword(password)
    return tx => verb(tx, { token, passwordHash })
  })
})
