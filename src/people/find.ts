import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { asAdministrator } from './policy.ts'

export type AgentRow = typeof agents.$inferSelect
export type TeamRow = typeof teams.$inferSelect

/**
 * The agent whom an administrator decides about, locked, and whether nobody else administers the desk. Such decisions are
 * made one after the other, so that two administrators cannot take each other off the desk. They wait for a lock of its
 * own: everybody who acts holds their own row already, and who waited there for the rows of all administrators would
 * wait for somebody who waits for them.
 */
export async function lockAgent(
  tx: Tx,
  actor: Actor,
  agentId: string,
): Promise<{ agent: AgentRow; lastAdministrator: boolean }> {
  asAdministrator(actor)
  // In this order without waiting in between: what is asked behind the lock sees what was decided before.
  const [, [agent], others] = await Promise.all([
    tx
      .select({ turn: sql`pg_advisory_xact_lock(hashtext('decisions about agents'))` })
      .from(sql`(select 1) as nothing`)
      .execute(),
    tx.select().from(agents).where(eq(agents.id, agentId)).for('no key update').execute(),
    tx
      .select({ id: agents.id })
      .from(agents)
      .where(and(administering, ne(agents.id, agentId)))
      .limit(1)
      .execute(),
  ])
  if (!agent) throw new Refusal('There is no such agent. Open the list of agents and choose again.')
  return { agent, lastAdministrator: others.length === 0 }
}

/** The rows of those who administer the desk now. */
export const administering = and(eq(agents.role, 'admin'), eq(agents.active, true))

/**
 * The team that an administrator decides about, retired or in use, locked until the transaction ends. The statement leaves
 * at once, so that what is asked beside it waits behind the lock.
 */
export async function lockTeam(tx: Tx, actor: Actor, teamId: string): Promise<TeamRow> {
  asAdministrator(actor)
  const [team] = await tx.select().from(teams).where(eq(teams.id, teamId)).for('no key update').execute()
  if (!team) throw new Refusal('There is no such team. Open the list of teams and choose again.')
  return team
}

/** Refuses what cannot be done to a retired team any more, with the name of whoever retired it. */
export async function refuseRetired(tx: Tx, team: TeamRow): Promise<void> {
  if (!team.retiredAt) return
  const name = await nameOf(tx, team.retiredBy)
  throw new Refusal(
    name
      ? `${name} has already retired the team “${team.name}”.`
      : `The team “${team.name}” is already retired.`,
  )
}

/** The name of a person; undefined for nobody and for somebody who is not known any more. */
export async function nameOf(tx: Tx, userId: string | null): Promise<string | undefined> {
  if (userId === null) return undefined
  const [person] = await tx.select({ name: user.name }).from(user).where(eq(user.id, userId))
  return person?.name
}

/** The id of a team to put somebody in; null for an empty choice. Refuses one that is not in use. */
export async function teamToJoin(tx: Tx, teamId: string): Promise<string | null> {
  if (teamId === '') return null
  const team = await teamInUse(tx, teamId)
  if (team === null) throw notInTheList()
  return team
}

/** Says no to a team that is not in use. */
export const notInTheList = () => new Refusal('Choose a team from the list.', 'team')

/** The id of a team that is in use, held against being retired meanwhile; null for one that was retired. */
export async function teamInUse(tx: Tx, teamId: string): Promise<string | null> {
  const inUse = and(eq(teams.id, teamId), isNull(teams.retiredAt))
  const [team] = await tx.select({ id: teams.id }).from(teams).where(inUse).for('share')
  return team?.id ?? null
}
