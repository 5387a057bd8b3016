import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import type { addTeamForm } from './forms.ts'
import { asAdministrator } from './policy.ts'
import { slugOf } from './slug.ts'
import { keepTeamNames, refuseNameInUse } from './team-names.ts'

/** An administrator makes a team. Resolves to its id, which stays when the name changes. */
export async function addTeam(tx: Tx, actor: Actor, input: z.output<typeof addTeamForm>): Promise<string> {
  asAdministrator(actor)
  const [, , id] = await Promise.all([
    keepTeamNames(tx),
    refuseNameInUse(tx, input.name),
    freeSlug(tx, input.name),
  ])
  await tx.insert(teams).values({ id, name: input.name })
  return id
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const rows = await tx.select({ id: teams.id }).from(teams).execute()
  const used = new Set(rows.map(({ id }) => id))
  let count = 1
  while (used.has(slugOf(name, count))) count += 1
  return slugOf(name, count)
}
