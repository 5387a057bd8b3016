import 'server-only'
import { and, asc, desc, eq, isNull, ne, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Agent } from '#src/lib/actor.ts'
import { builtOnce, type Reader } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { agents, communicationNeeds, teams } from '#src/lib/db/tables/people.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { noNeeds } from '#src/people/queries.ts'
import { withFiles } from './attached.ts'
import { guestsOf } from './guests-of.ts'
import { parseReference } from './reference.ts'
import { workableBy } from './scope.ts'

const requester = alias(user, 'requester')
const assignee = alias(user, 'assignee')
const others = 5

export type DeskTicket = NonNullable<Awaited<ReturnType<typeof deskTicket>>>

/**
 * A ticket as the desk works on it, with its thread, its history, and whom and where it can go to; null when it is not there
 * or the reader's own. Each part finds the ticket by its reference, so that all are asked for at once.
 */
export async function deskTicket(reader: Reader, agent: Agent, typed: string) {
  const parsed = parseReference(typed)
  if (!parsed.ok) return null
  const its = and(workableBy(agent), eq(tickets.reference, parsed.reference))
  const ticketId = reader.select({ id: tickets.id }).from(tickets).where(its)
  const requesterId = reader.select({ id: tickets.requesterId }).from(tickets).where(its)
  const [[found], messages, attached, events, people, inUse, otherTickets] = await Promise.all([
    reader
      .select({
        ticket: tickets,
        requester: { id: requester.id, name: requester.name, email: requester.email },
        guests: guestsOf,
        needs: { needs: communicationNeeds.needs, words: communicationNeeds.words },
        assignee: assignee.name,
        teamName: teams.name,
        hasFoldedMail: sql<boolean>`(${foldedMail(reader)}) is not null`,
      })
      .from(tickets)
      .innerJoin(requester, eq(requester.id, tickets.requesterId))
      .leftJoin(communicationNeeds, eq(communicationNeeds.userId, tickets.requesterId))
      .leftJoin(agents, eq(agents.id, tickets.assigneeId))
      .leftJoin(assignee, eq(assignee.id, agents.userId))
      .leftJoin(teams, eq(teams.id, tickets.team))
      .where(its),
    messagesOf(reader, ticketId),
    filesOf(reader, ticketId),
    eventsOf(reader, ticketId),
    assignableAgents(reader),
    teamsInUse(reader),
    reader
      .select({
        reference: tickets.reference,
        subject: tickets.subject,
        subjectLanguage: tickets.subjectLanguage,
        status: tickets.status,
      })
      .from(tickets)
      .where(
        and(workableBy(agent), eq(tickets.requesterId, requesterId), ne(tickets.reference, parsed.reference)),
      )
      .orderBy(asc(tickets.statusRank), desc(tickets.lastPublicAt), desc(tickets.id))
      .limit(others),
  ])
  if (!found) return null
  const needs = found.needs ?? noNeeds
  return {
    ...found,
    needs,
    messages: withFiles(messages, attached),
    events,
    people,
    teams: inUse,
    otherTickets,
  }
}

/** Who can have a ticket: the active agents with their team, by name. */
export const assignableAgents = builtOnce(reader =>
  reader
    .select({ id: agents.id, name: user.name, team: agents.team })
    .from(agents)
    .innerJoin(user, eq(user.id, agents.userId))
    .where(eq(agents.active, true))
    .orderBy(asc(user.name)),
)

/** The teams that a ticket can be in, by name. */
export const teamsInUse = builtOnce(reader =>
  reader
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(isNull(teams.retiredAt))
    .orderBy(asc(teams.name)),
)

// Not "exists": for that Postgres may read all mails once and look each ticket up among them.
function foldedMail(reader: Reader) {
  return reader
    .select({ one: sql`1` })
    .from(receivedMails)
    .where(and(eq(receivedMails.ticketId, tickets.id), ne(receivedMails.folded, '')))
    .limit(1)
}

function messagesOf(reader: Reader, ticketId: SQLWrapper) {
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

function filesOf(reader: Reader, ticketId: SQLWrapper) {
  const { id, messageId, name, description } = attachments
  return reader
    .select({ id, messageId, name, description, size: files.size, type: files.type })
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .where(eq(ticketMessages.ticketId, ticketId))
    .orderBy(asc(attachments.position))
}

function eventsOf(reader: Reader, ticketId: SQLWrapper) {
  return reader
    .select({ event: ticketEvents, actor: user.name })
    .from(ticketEvents)
    .leftJoin(user, eq(user.id, ticketEvents.actorId))
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.seq))
}
