import 'server-only'
import { and, asc, count, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'

export type ListedAgent = Awaited<ReturnType<typeof agentList>>[number]
export type ListedTeam = Awaited<ReturnType<typeof teamList>>[number]

/** Everybody who works or worked at the desk, active ones first, then by name. */
export function agentList(reader: Reader) {
  return agentsIn(reader).orderBy(desc(agents.active), asc(user.name), asc(agents.id))
}

/** One agent, active or not; null when there is none. */
export async function agentWith(reader: Reader, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const [agent] = await agentsIn(reader).where(eq(agents.id, id))
  return agent ?? null
}

/** The teams that are not retired, by name, with how many active agents work in each. */
export function teamList(reader: Reader) {
  return teamsIn(reader).where(isNull(teams.retiredAt)).groupBy(teams.id).orderBy(asc(teams.name))
}

/** One team that is not retired; null when there is none. */
export async function teamWith(reader: Reader, id: string) {
  const [team] = await teamsIn(reader)
    .where(and(eq(teams.id, id), isNull(teams.retiredAt)))
    .groupBy(teams.id)
  return team ?? null
}

/** How many work at the desk, and in how many teams. */
export async function headcount(reader: Reader) {
  const [agentCount, teamCount] = await Promise.all([
    reader.$count(agents, eq(agents.active, true)),
    reader.$count(teams, isNull(teams.retiredAt)),
  ])
  return { agents: agentCount, teams: teamCount }
}

function agentsIn(reader: Reader) {
  return reader
    .select({
      id: agents.id,
      userId: agents.userId,
      name: user.name,
      email: user.email,
      role: agents.role,
      active: agents.active,
      team: agents.team,
      teamName: teams.name,
      deactivatedAt: agents.deactivatedAt,
    })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .leftJoin(teams, eq(teams.id, agents.team))
    .$dynamic()
}

function teamsIn(reader: Reader) {
  return reader
    .select({ id: teams.id, name: teams.name, members: count(agents.id) })
    .from(teams)
    .leftJoin(agents, and(eq(agents.team, teams.id), eq(agents.active, true)))
    .$dynamic()
}
