import 'server-only'
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, teams } from '#src/lib/db/tables/people.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { needsOf } from '#src/people/queries.ts'
import { parseReference } from './reference.ts'
import { workableBy } from './scope.ts'

const requester = alias(user, 'requester')
const assignee = alias(user, 'assignee')
const others = 5

export type DeskTicket = NonNullable<Awaited<ReturnType<typeof deskTicket>>>

/** A ticket as the desk works on it, with its thread and history; null when it is not there or the reader's own. */
export async function deskTicket(reader: Reader, agent: Agent, typed: string) {
  const parsed = parseReference(typed)
  if (!parsed.ok) return null
  const [found] = await reader
    .select({ ticket: tickets, requester, assignee: assignee.name, teamName: teams.name })
    .from(tickets)
    .innerJoin(requester, eq(requester.id, tickets.requesterId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .leftJoin(assignee, eq(assignee.id, agents.userId))
    .leftJoin(teams, eq(teams.id, tickets.team))
    .where(and(workableBy(agent), eq(tickets.reference, parsed.reference)))
  if (!found) return null
  const { ticket } = found
  const [messages, events, needs, otherTickets] = await Promise.all([
    messagesOf(reader, ticket.id),
    eventsOf(reader, ticket.id),
    needsOf(reader, ticket.requesterId),
    reader
      .select({
        reference: tickets.reference,
        subject: tickets.subject,
        subjectLanguage: tickets.subjectLanguage,
        status: tickets.status,
      })
      .from(tickets)
      .where(and(workableBy(agent), eq(tickets.requesterId, ticket.requesterId), ne(tickets.id, ticket.id)))
      .orderBy(asc(tickets.statusRank), desc(tickets.createdAt))
      .limit(others),
  ])
  const { id, name, email } = found.requester
  return { ...found, requester: { id, name, email }, needs, messages, events, otherTickets }
}

/** Who can have a ticket: the active agents with their team, by name. */
export function assignableAgents(reader: Reader) {
  return reader
    .select({ id: agents.id, name: user.name, team: agents.team })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .where(eq(agents.active, true))
    .orderBy(asc(user.name))
}

/** The teams that a ticket can be in, by name. */
export function teamsInUse(reader: Reader) {
  return reader
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(isNull(teams.retiredAt))
    .orderBy(asc(teams.name))
}

function messagesOf(reader: Reader, ticketId: string) {
  return reader
    .select({
      id: ticketMessages.id,
      body: ticketMessages.body,
      language: ticketMessages.language,
      isInternal: ticketMessages.isInternal,
      createdAt: ticketMessages.createdAt,
      authorId: ticketMessages.authorId,
      author: user.name,
      team: teams.name,
    })
    .from(ticketMessages)
    .innerJoin(user, eq(user.id, ticketMessages.authorId))
    .leftJoin(agents, eq(agents.userId, user.id))
    .leftJoin(teams, eq(teams.id, agents.team))
    .where(eq(ticketMessages.ticketId, ticketId))
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id))
}

function eventsOf(reader: Reader, ticketId: string) {
  return reader
    .select({ event: ticketEvents, actor: user.name })
    .from(ticketEvents)
    .leftJoin(user, eq(user.id, ticketEvents.actorId))
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.seq))
}
