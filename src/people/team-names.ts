import { and, eq, ne, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { teams } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'

/**
 * Makes everybody who names teams at this moment wait their turn, until the transaction ends. What is asked for together
 * with it and after it (`Promise.all`) leaves in one flight, waits behind it, and sees what was named before.
 */
export async function keepTeamNames(tx: Tx): Promise<void> {
  await tx
    .select({ turn: sql`pg_advisory_xact_lock(hashtext('team names'))` })
    .from(sql`(select 1) as nothing`)
    .execute()
}

/** Refuses a name that a team has or had; capital letters make no other name. `but` is the team that may have it. */
export async function refuseNameInUse(tx: Tx, name: string, but = ''): Promise<void> {
  const [team] = await tx
    .select({ name: teams.name, retiredAt: teams.retiredAt })
    .from(teams)
    .where(and(eq(sql`lower(${teams.name})`, sql`lower(${name})`), ne(teams.id, but)))
    .execute()
  if (!team) return
  throw new Refusal(
    team.retiredAt
      ? `The team “${team.name}” was retired, and its old tickets still bear the name. Choose another name.`
      : `There is already a team with the name “${team.name}”. Choose another name.`,
    'name',
  )
}
