import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { lockTeam, refuseRetired } from './find.ts'
import type { renameTeamForm } from './forms.ts'
import { keepTeamNames, refuseNameInUse } from './team-names.ts'

/** An administrator gives a team another name. Its id, and so the address of its queue, stays. */
export async function renameTeam(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof renameTeamForm>,
): Promise<'saved' | 'already-so'> {
  const team = await lockTeam(tx, actor, input.teamId)
  await refuseRetired(tx, team)
  const { asked, overtaken, hidden } = mergeForm<'name'>({ name: team.name }, input)
  if (overtaken.length > 0)
    throw new Refusal(
      `Somebody else renamed this team to “${team.name}” after you opened this page.`,
      'name',
      {
        hidden,
      },
    )
  if (asked.length === 0) return 'already-so'
  await Promise.all([keepTeamNames(tx), refuseNameInUse(tx, input.name, team.id)])
  await tx.update(teams).set({ name: input.name }).where(eq(teams.id, team.id))
  return 'saved'
}
