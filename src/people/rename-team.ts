import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockTeam } from './find.ts'
import type { renameTeamForm } from './forms.ts'
import { seenOfTeam } from './seen.ts'
import { keepTeamNames, refuseNameInUse } from './team-names.ts'

/** An administrator gives a team another name. Its id, and so the address of its queue, stays. */
export async function renameTeam(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof renameTeamForm>,
): Promise<void> {
  const team = await lockTeam(tx, actor, input.teamId)
  if (input.seen !== seenOfTeam(team))
    throw new Refusal(`Somebody else renamed this team to “${team.name}” after you opened this page.`, 'name')
  await keepTeamNames(tx)
  await refuseNameInUse(tx, input.name, team.id)
  await tx.update(teams).set({ name: input.name }).where(eq(teams.id, team.id))
}
