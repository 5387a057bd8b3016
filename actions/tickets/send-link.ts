'use server'

import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { noSoonerThan } from '#src/lib/no-sooner-than.ts'
import { sendLinkForm } from '#src/tickets/forms.ts'
import { sendLink as verb } from '#src/tickets/send-link.ts'

export const sendLink = actionFor('tickets.send-link', sendLinkForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  submissionOf(post, undefined)
  const { input } = post
  const limits = await limitsOf('send-link', input.email)
  const sending = once(post, '/ask/link?done=link-asked', limits, async () => {
    return tx => verb(tx, input)
  })
  return noSoonerThan(250, sending)
})
