import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { bram, castAgents } from '#src/demo/cast.ts'
import { type Actor, type Agent, actorInside } from '#src/lib/actor.ts'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { newsChoices } from '#src/lib/db/tables/news.ts'
import { agents, communicationNeeds, teams } from '#src/lib/db/tables/people.ts'
import type { changeAgentForm } from '#src/people/forms.ts'

/** Puts every agent and team of the cast back to how `openDesk` made them. */
export function putBackPeople() {
  return transaction('test', async tx => {
    await tx.update(teams).set({ retiredAt: null, retiredBy: null })
    for (const agent of castAgents)
      await tx
        .update(agents)
        .set({ role: agent.role, team: agent.team, active: agent !== bram })
        .where(eq(agents.id, agent.agentId))
  })
}

/** Lets somebody do something as the wrapper does it: with the rights that they have at that moment. */
export function actAsNow<I, R>(
  verb: (tx: Tx, actor: Actor, input: I) => Promise<R>,
  actor: Actor,
  input: I,
): Promise<R> {
  return transaction(actor.userId, async tx => verb(tx, await actorInside(tx, actor), input))
}

export async function agentRow({ agentId }: Pick<Agent, 'agentId'>) {
  const [row] = await db.select().from(agents).where(eq(agents.id, agentId))
  if (!row) throw new Error(`There is no agent ${agentId}`)
  return row
}

export async function teamRow(id: string) {
  const [row] = await db.select().from(teams).where(eq(teams.id, id))
  if (!row) throw new Error(`There is no team ${id}`)
  return row
}

/** What the page of an agent that is opened now would send if only these fields were touched. */
export async function agentFormOf(agent: Agent, wanted: Partial<z.output<typeof changeAgentForm>>) {
  const row = await agentRow(agent)
  const team = row.team ?? ''
  return { agentId: row.id, role: row.role, wasRole: row.role, team, wasTeam: team, ...wanted }
}

export function retire(team: string) {
  return transaction('test', tx => tx.update(teams).set({ retiredAt: new Date() }).where(eq(teams.id, team)))
}

/** Makes this person one who never said how to communicate with them. */
export function forgetNeeds({ userId }: Pick<Actor, 'userId'>) {
  return transaction('test', tx => tx.delete(communicationNeeds).where(eq(communicationNeeds.userId, userId)))
}

/** Makes this person one who never chose what to be told of by mail. */
export function forgetChoices({ userId }: Pick<Actor, 'userId'>) {
  return transaction('test', tx => tx.delete(newsChoices).where(eq(newsChoices.userId, userId)))
}

export async function needsRow({ userId }: Pick<Actor, 'userId'>) {
  const [row] = await db.select().from(communicationNeeds).where(eq(communicationNeeds.userId, userId))
  return row
}
