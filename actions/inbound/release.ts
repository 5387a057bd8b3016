'use server'

import { releaseForm } from '#src/inbound/forms.ts'
import { receivedPath } from '#src/inbound/paths.ts'
import { readToRelease, release as verb } from '#src/inbound/release.ts'
import { formAction } from '#src/lib/form-action.ts'
import { asAdministrator } from '#src/people/policy.ts'

export const release = formAction(
  'inbound.release',
  releaseForm,
  async (tx, actor, input, _form, mail: Awaited<ReturnType<typeof readToRelease>>, last) => {
    await verb(tx, asAdministrator(actor), input, mail, last)
    return receivedPath(input.mailId, 'released')
  },
  {
    ahead: async (actor, input) => {
      asAdministrator(actor)
      return readToRelease(input)
    },
  },
)
