import { eq } from 'drizzle-orm'
import { db } from '#src/lib/db/client.ts'
import { agents, communicationNeeds, teams } from '#src/lib/db/tables/people.ts'
import { slaPolicies } from '#src/lib/db/tables/sla.ts'
import { drafts } from '#src/lib/db/tables/system.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import type { Status } from '#src/tickets/status.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { ticketIn } from '#tests/support/ticket-in.ts'

type Someone = { userId: string }

/** Somebody new with one ticket in this status. */
export async function asksFor(status: Status) {
  const person = { kind: 'customer' as const, ...(await newCustomer()) }
  return { person, reference: await ticketIn(status, person) }
}

export function ticketsOf({ userId }: Someone) {
  return db.select().from(tickets).where(eq(tickets.requesterId, userId))
}

export function draftsOf({ userId }: Someone) {
  return db.select().from(drafts).where(eq(drafts.personId, userId))
}

/** The tickets that this agent has in hand. */
export async function inHandOf({ userId }: Someone) {
  const rows = await db
    .select({ ticket: tickets })
    .from(tickets)
    .innerJoin(agents, eq(agents.id, tickets.assigneeId))
    .where(eq(agents.userId, userId))
  return rows.map(({ ticket }) => ticket)
}

export async function agentOf({ userId }: Someone) {
  const [agent] = await db.select().from(agents).where(eq(agents.userId, userId))
  return agent
}

export async function teamNamed(name: string) {
  const [team] = await db.select().from(teams).where(eq(teams.name, name))
  return team
}

export async function policyNamed(name: string) {
  const [policy] = await db.select().from(slaPolicies).where(eq(slaPolicies.name, name))
  return policy
}

export async function needsOf({ userId }: Someone) {
  const [told] = await db.select().from(communicationNeeds).where(eq(communicationNeeds.userId, userId))
  return told
}
