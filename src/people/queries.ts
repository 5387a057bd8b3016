import 'server-only'
import { and, asc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, communicationNeeds, teams } from '#src/lib/db/tables/people.ts'
import { administering } from './find.ts'

const perPage = 50
const decider = alias(user, 'decider')

const columns = {
  id: agents.id,
  userId: agents.userId,
  name: user.name,
  email: user.email,
  role: agents.role,
  team: agents.team,
  teamName: teams.name,
  active: agents.active,
  createdAt: agents.createdAt,
  deactivatedAt: agents.deactivatedAt,
}

/** An agent as administrators see them in a list. */
export type ListedAgent = Awaited<ReturnType<typeof agentsPage>>['agents'][number]

/** Everybody who works or worked here by name, 50 a page. `after` is the id of the last one shown. */
export async function agentsPage(reader: Reader, after?: unknown) {
  const cursor = z.uuid().safeParse(after)
  const rows = await reader
    .select(columns)
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .leftJoin(teams, eq(teams.id, agents.team))
    .where(cursor.success ? behind(cursor.data) : undefined)
    .orderBy(sql`lower(${user.name})`, asc(agents.id))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  return { agents: page, next: rows.length > perPage ? page.at(-1)?.id : undefined, first: !cursor.success }
}

function behind(id: string): SQL {
  return sql`(lower(${user.name}), ${agents.id}) > (select lower(shown.name), last.id
    from agents last join "user" shown on shown.id = last.user_id where last.id = ${id})`
}

/** An agent as the page about them shows them. */
export type AgentPage = NonNullable<Awaited<ReturnType<typeof agentById>>>

/** One agent, active or not, and whether nobody else administers the desk; null when the id is nobody's. */
export async function agentById(reader: Reader, id: unknown) {
  const known = z.uuid().safeParse(id)
  if (!known.success) return null
  const [[agent], otherAdministrators] = await Promise.all([
    reader
      .select({ ...columns, deactivatedBy: decider.name })
      .from(agents)
      .innerJoin(user, eq(user.id, agents.userId))
      .leftJoin(teams, eq(teams.id, agents.team))
      .leftJoin(decider, eq(decider.id, agents.deactivatedBy))
      .where(eq(agents.id, known.data)),
    reader.$count(agents, and(administering, ne(agents.id, known.data))),
  ])
  return agent ? { ...agent, lastAdministrator: agent.active && otherAdministrators === 0 } : null
}

/** The teams in use by name, with the number of active agents in each. */
export function teamsWithMembers(reader: Reader) {
  const members = reader.$count(agents, and(eq(agents.team, teams.id), eq(agents.active, true)))
  return reader
    .select({ id: teams.id, name: teams.name, members })
    .from(teams)
    .where(isNull(teams.retiredAt))
    .orderBy(sql`lower(${teams.name})`, asc(teams.id))
}

/** A team, retired or in use, with the active agents in it; null when there is none with this id. */
export async function teamById(reader: Reader, id: unknown) {
  const known = z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .safeParse(id)
  if (!known.success) return null
  const [[team], members] = await Promise.all([
    reader
      .select({ id: teams.id, name: teams.name, retiredAt: teams.retiredAt, retiredBy: decider.name })
      .from(teams)
      .leftJoin(decider, eq(decider.id, teams.retiredBy))
      .where(eq(teams.id, known.data)),
    reader
      .select({ id: agents.id, name: user.name })
      .from(agents)
      .innerJoin(user, eq(user.id, agents.userId))
      .where(and(eq(agents.team, known.data), eq(agents.active, true)))
      .orderBy(sql`lower(${user.name})`, asc(agents.id)),
  ])
  return team ? { ...team, members } : null
}

/** How many work at the desk, and how many teams are in use. */
export async function headcount(reader: Reader): Promise<{ agents: number; teams: number }> {
  const [working, inUse] = await Promise.all([
    reader.$count(agents, eq(agents.active, true)),
    reader.$count(teams, isNull(teams.retiredAt)),
  ])
  return { agents: working, teams: inUse }
}

/** How somebody wants to be communicated with. For themself, and for agents on a ticket of theirs. */
export async function needsOf(reader: Reader, userId: string) {
  const [told] = await reader
    .select({ needs: communicationNeeds.needs, words: communicationNeeds.words })
    .from(communicationNeeds)
    .where(eq(communicationNeeds.userId, userId))
  return told ?? noNeeds
}

/** What somebody has told who told nothing. */
export const noNeeds: Pick<typeof communicationNeeds.$inferSelect, 'needs' | 'words'> = {
  needs: [],
  words: '',
}
