import { asc, eq, sql } from 'drizzle-orm'
import { type NewEvent, record } from '#src/audit/record.ts'
import { attach, type GivenFile } from '#src/files/attach.ts'
import { attachKept } from '#src/files/attach-kept.ts'
import type { Listed } from '#src/files/listing.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { type FieldChange, type SlaTargets, ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { clocksFrom, dueColumns } from '#src/sla/clocks.ts'
import type { Ticket } from './find.ts'
import { orderNews } from './order-news.ts'

type Fields = Pick<Ticket, 'status' | 'priority' | 'assigneeId' | 'team'>

/**
 * What somebody wrote, with its files: those that a form holds are kept already, those that came with a mail are not.
 * `language` is its BCP 47 tag where they said which one it is.
 */
export type Words = {
  body: string
  language?: string
  files?: readonly Listed[]
  enclosed?: readonly GivenFile[]
}

/** What one submit does to a ticket: at most one message, any fields, one event. */
export type Entry = {
  kind: NewEvent['kind']
  message?: Words & { isInternal: boolean }
  fields?: Partial<Fields>
  reopened?: boolean
  targets?: SlaTargets
  clock?: NewEvent['clock']
}

/** What a submit is written down after: the events so far, and the moment of this one. */
export type SoFar = { events: (typeof ticketEvents.$inferSelect)[]; moment: Date }

/**
 * Writes one submit down: the message, the event with every field that changed, the row and its clocks.
 * @param before what is read else, one round trip more: for verbs that have something else to read at the same time
 */
export async function writeDown(
  tx: Tx,
  actor: Actor | null,
  ticket: Ticket,
  entry: Entry,
  before?: SoFar,
): Promise<void> {
  const { events, moment } = before ?? (await soFar(tx, ticket))
  const messageId = entry.message ? crypto.randomUUID() : null
  const about = { ticketId: ticket.id, createdAt: moment }
  const event = {
    id: crypto.randomUUID(),
    ticketId: ticket.id,
    seq: ticket.lastEventSeq + 1,
    kind: entry.kind,
    byRequester: actor?.userId === ticket.requesterId,
    messageId,
    changes: changesOf(ticket, entry.fields ?? {}),
    targets: entry.targets ?? null,
    clock: entry.clock ?? null,
    at: moment,
  }
  // Sent in this order without waiting in between: the event refers to the message, and the news to the event.
  await Promise.all([
    entry.message &&
      messageId &&
      actor &&
      insertMessage(tx, actor, { ...entry.message, ...about, id: messageId }),
    record(tx, actor, event),
    orderNews(tx, actor, event, { ...ticket, ...entry.fields }),
    tx
      .update(tickets)
      .set({
        ...entry.fields,
        ...stampsOf(ticket, entry, moment),
        ...dueColumns(clocksFrom([...events, event], alwaysOpen)),
      })
      .where(eq(tickets.id, ticket.id))
      .execute(),
  ])
}

type Message = Omit<typeof ticketMessages.$inferInsert, 'authorId'> & { id: string }

function insertMessage(
  tx: Tx,
  actor: Actor,
  { files = [], enclosed = [], ...row }: Message & Pick<Words, 'files' | 'enclosed'>,
) {
  return Promise.all([
    tx
      .insert(ticketMessages)
      .values({ ...row, language: row.language || null, authorId: actor.userId })
      .execute(),
    files.length > 0 && attachKept(tx, actor, row.id, files),
    enclosed.length > 0 && attach(tx, row.id, enclosed),
  ])
}

/** The ticket is locked by now, so the moment is never before that of an earlier event. */
export async function soFar(tx: Tx, ticket: Ticket): Promise<SoFar> {
  const events = tx
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(asc(ticketEvents.seq))
  const [all, moment] = await Promise.all([events, momentIn(tx)])
  return { events: all, moment }
}

/** The time of the database, to the millisecond. */
export async function momentIn(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(
    sql`select date_trunc('milliseconds', clock_timestamp()) as now`,
  )
  return new Date(row?.now ?? Number.NaN)
}

function changesOf(ticket: Ticket, fields: Partial<Fields>): FieldChange[] {
  const named = { status: 'status', priority: 'priority', assigneeId: 'assignee', team: 'team' } as const
  return (Object.keys(named) as (keyof Fields)[]).flatMap(column => {
    const to = fields[column]
    return to === undefined || to === ticket[column]
      ? []
      : [{ field: named[column], from: ticket[column], to }]
  })
}

function stampsOf(ticket: Ticket, entry: Entry, moment: Date): Partial<Ticket> {
  const status = entry.fields?.status ?? ticket.status
  const moved = status !== ticket.status
  return {
    lastEventSeq: ticket.lastEventSeq + 1,
    updatedAt: moment,
    ...(entry.message?.isInternal === false && { lastPublicAt: moment }),
    ...(entry.kind === 'replied' && !ticket.firstResponseAt && { firstResponseAt: moment }),
    ...(moved && status === 'solved' && { solvedAt: moment }),
    ...(moved && status === 'closed' && { closedAt: moment }),
    ...(entry.targets && { slaPolicyId: entry.targets.policyId }),
    ...(entry.reopened && { solvedAt: null, reopenedAt: moment, reopenCount: ticket.reopenCount + 1 }),
  }
}
