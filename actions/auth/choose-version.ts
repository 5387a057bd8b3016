'use server'

import { headers } from 'next/headers'
import { chosenPath, rememberVersion, chooseVersion as verb } from '#src/identity/choose-version.ts'
import { chooseVersionForm } from '#src/identity/forms.ts'
import { limitsOf } from '#src/identity/limits.ts'
import { once } from '#src/identity/once.ts'
import { auth } from '#src/lib/auth.ts'
import { actionFor } from '#src/lib/form-action.ts'
import { submissionOf } from '#src/lib/forms/post.ts'
import { reportOf } from '#src/lib/forms/report.ts'

export const chooseVersion = actionFor('auth.choose-version', chooseVersionForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  submissionOf(post, undefined)
  const { input } = post
  const session = await auth().api.getSession({ headers: await headers() })
  const limits = session ? [] : await limitsOf('choose-version')
  const userId = session?.user.id
  const chosen = await once(post, chosenPath(input), limits, async () => tx => verb(tx, userId, input))
  await rememberVersion(input)
  return chosen
})
