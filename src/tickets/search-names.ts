import { eq } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import type { SearchTerms } from './search-terms.ts'

/**
 * The people and teams that the words behind `assignee:` and `team:` mean: `me`, `none`, or part of a name. Undefined
 * where none was asked for, empty for none; a problem where nobody is called like that.
 */
export async function named(reader: Reader, agent: Agent, { assignee, team }: SearchTerms) {
  const problems: string[] = []
  const [people, known] = await Promise.all([
    assignee && !isNone(assignee) ? everybody(reader) : [],
    team && !isNone(team) ? reader.select({ id: teams.id, name: teams.name }).from(teams) : [],
  ])
  const assignees = isMe(assignee) ? [agent.agentId] : chosen(assignee, people)
  const places = isMe(team) && agent.team ? [agent.team] : chosen(team, known)
  if (assignee && !isNone(assignee) && assignees?.length === 0)
    problems.push(
      `Nobody at this desk is called “${assignee}”. Write assignee:me, assignee:none, or part of a name.`,
    )
  if (team && !isNone(team) && places?.length === 0)
    problems.push(`There is no team “${team}”. Write team:none, or part of a name such as team:parcels.`)
  return { problems, assignees, teams: places }
}

const isNone = (word: string | undefined) => /^(none|nobody)$/i.test(word ?? '')
const isMe = (word: string | undefined) => /^(me|mine)$/i.test(word ?? '')

function chosen(wanted: string | undefined, known: { id: string; name: string }[]): string[] | undefined {
  if (wanted === undefined) return undefined
  const plain = plainly(wanted)
  return known.filter(({ id, name }) => id === wanted || plainly(name).includes(plain)).map(({ id }) => id)
}

function plainly(name: string) {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

// Also those who have left: what they had can be looked for.
function everybody(reader: Reader) {
  return reader
    .select({ id: agents.id, name: user.name })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
}
