'use server'

import { hashPassword } from 'better-auth/crypto'
import { newConfirmToken } from '#src/identity/confirm-address.ts'
import { signUpForm } from '#src/identity/forms.ts'
import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { signUp as verb } from '#src/identity/sign-up.ts'
import { env } from '#src/lib/env.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { logEvent } from '#src/lib/log.ts'

const secret = ['password'] as const

export const signUp = actionFor('auth.sign-up', signUpForm, secret, async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors, secret) }
  submissionOf(post, undefined)
  const { name, email, password } = post.input
  const confirmed = env().smtpUrl !== undefined
  const path = `/sign-in?done=${confirmed ? 'signed-up-mail' : 'signed-up'}`
  const limits = await limitsOf('sign-up', email)
  return once(post, path, limits, async () => {
    if (!confirmed) logEvent('signed-up', { unconfirmed: 'SMTP_URL is not set, so no address is confirmed' })
    const userId = crypto.randomUUID()
    const passwordHash = await hashPassword(password)
    const confirmToken = await newConfirmToken({ userId, email })
    return tx => verb(tx, { userId, name, email, passwordHash, confirmToken })
  })
})
