'use server'

import { confirmAddress as verb } from '#src/identity/confirm-address.ts'
import { confirmAddressForm } from '#src/identity/forms.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'

export const confirmAddress = actionFor('auth.confirm-address', confirmAddressForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  submissionOf(post, undefined)
  await verb(post.input.token)
  return { path: '/sign-in?done=address-confirmed' }
})
