'use server'

import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { reportOf } from '#src/lib/forms/report.ts'
import { renewLinkForm } from '#src/tickets/forms.ts'
import { renewLink as verb } from '#src/tickets/renew-link.ts'

export const renewLink = actionFor('tickets.renew-link', renewLinkForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  const { link } = post.input
  return once(post, '/ask/link?done=link-renewed', await limitsOf('renew-link'), async () => {
    return tx => verb(tx, link)
  })
})
