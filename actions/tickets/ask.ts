'use server'

import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { tooSoon } from '#src/lib/forms/too-soon.ts'
import { noSoonerThan } from '#src/lib/no-sooner-than.ts'
import { ask as verb } from '#src/tickets/ask.ts'
import { askForm } from '#src/tickets/forms.ts'

export const ask = actionFor('tickets.ask', askForm, [], async post => {
  // It comes back empty: whoever's browser had filled it in need only send once more.
  post.data.delete('website')
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  const soon = tooSoon(post, submissionOf(post, undefined))
  if (soon) return soon
  const { input } = post
  const limits = await limitsOf('ask', input.email)
  const asking = once(post, '/ask/sent', limits, async () => {
    return (tx, last) => verb(tx, input, last)
  })
  return noSoonerThan(250, asking)
})
