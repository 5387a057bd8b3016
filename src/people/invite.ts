import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { appoint } from './appoint.ts'
import type { inviteForm } from './forms.ts'
import { asAdministrator } from './policy.ts'

/**
 * An administrator makes somebody an agent, by address. Resolves to the new agent, who is told by
 * `orderSetPasswordMail` (`src/identity`), in the same transaction.
 */
export async function invite(tx: Tx, actor: Actor, input: z.output<typeof inviteForm>) {
  asAdministrator(actor)
  return appoint(tx, input)
}
