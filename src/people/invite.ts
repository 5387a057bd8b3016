import type { z } from 'zod'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { appoint } from './appoint.ts'
import { refuseUnlessAdministrator } from './find.ts'
import type { inviteForm } from './forms.ts'

/** An administrator invites somebody to work at the desk, by a mail with a link. Resolves to the agent's id. */
export async function invite(tx: Tx, actor: Actor, input: z.output<typeof inviteForm>): Promise<string> {
  refuseUnlessAdministrator(actor)
  const { agentId, ...person } = await appoint(tx, input)
  await orderSetPasswordMail(tx, person, 'invited')
  return agentId
}
