'use server'

import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { endLink as verb } from '#src/tickets/end-link.ts'
import { endLinkForm } from '#src/tickets/forms.ts'

export const endLink = actionFor('tickets.end-link', endLinkForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  const { link } = post.input
  return once(post, '/ask/link?done=link-ended', await limitsOf('end-link'), async () => {
    return tx => verb(tx, link)
  })
})
