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
import { countTry } from '#src/lib/rate-limit.ts'

export const chooseVersion = actionFor('auth.choose-version', chooseVersionForm, [], async post => {
  if (post.errors) return { report: reportOf(post.data, post.errors) }
  submissionOf(post, undefined)
  const { input } = post
  const session = await auth().api.getSession({ headers: await headers() })
  const chosen = await once(post, chosenPath(input), async () => {
    if (!session) await countTry(await limitsOf('choose-version'))
    return tx => verb(tx, session?.user.id, input)
  })
  await rememberVersion(input)
  return chosen
})
