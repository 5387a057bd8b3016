import type { FieldChange, ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import type { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { clocksFrom, dueColumns } from '#src/sla/clocks.ts'
import { uuidOf } from './identity.ts'

type Ticket = Omit<typeof tickets.$inferSelect, 'statusRank' | 'priorityRank' | 'queueDueAt'>
type Event = typeof ticketEvents.$inferSelect
type Message = typeof ticketMessages.$inferSelect

/** One ticket as it grows on paper, before its rows are written. */
export type Ledger = { ticket: Ticket; events: Event[]; messages: Message[] }

/** What one submit enters: at most one message, any fields. The actor is null where the desk itself acts. */
export type Entry = Pick<Event, 'kind' | 'at' | 'actorId'> & {
  body?: string
  language?: string
  fields?: Partial<Pick<Ticket, 'status' | 'priority' | 'assigneeId' | 'team'>>
  reopened?: true
  targets?: Event['targets']
  clock?: Event['clock']
}

export function openLedger(
  opening: Pick<
    Ticket,
    | 'id'
    | 'reference'
    | 'requesterId'
    | 'subject'
    | 'subjectLanguage'
    | 'priority'
    | 'channel'
    | 'createdAt'
    | 'team'
    | 'followUpOfId'
  >,
): Ledger {
  const ticket: Ticket = {
    ...blank,
    ...opening,
    updatedAt: opening.createdAt,
    lastPublicAt: opening.createdAt,
  }
  return { ticket, events: [], messages: [] }
}

/** Enters one submit as the verbs of the desk do: message, event with its changes, stamps. */
export function enter(ledger: Ledger, entry: Entry): void {
  const { ticket, events, messages } = ledger
  const seq = ticket.lastEventSeq + 1
  const messageId = entry.body === undefined ? null : uuidOf(`message ${ticket.id} ${seq}`)
  const isInternal = entry.kind === 'noted'
  if (messageId !== null && entry.body !== undefined && entry.actorId !== null)
    messages.push({
      id: messageId,
      ticketId: ticket.id,
      authorId: entry.actorId,
      body: entry.body,
      language: entry.language ?? null,
      isInternal,
      createdAt: entry.at,
    })
  events.push({
    id: uuidOf(`event ${ticket.id} ${seq}`),
    ticketId: ticket.id,
    seq,
    actorId: entry.actorId,
    byRequester: entry.actorId === ticket.requesterId,
    kind: entry.kind,
    messageId,
    changes: changesOf(ticket, entry),
    targets: entry.targets ?? null,
    clock: entry.clock ?? null,
    submissionId: null,
    at: entry.at,
  })
  Object.assign(ticket, entry.fields, stampsOf(ticket, entry), {
    lastEventSeq: seq,
    updatedAt: entry.at,
    ...(messageId !== null && !isInternal && { lastPublicAt: entry.at }),
    ...(entry.targets && { slaPolicyId: entry.targets.policyId }),
  })
}

/** Works out the due times, once nothing more is entered. */
export function settle({ ticket, events }: Ledger): void {
  Object.assign(ticket, dueColumns(clocksFrom(events, alwaysOpen)))
}

function changesOf(ticket: Ticket, { fields = {} }: Entry): FieldChange[] {
  const asked: FieldChange[] = [
    { field: 'status', from: ticket.status, to: fields.status ?? ticket.status },
    { field: 'priority', from: ticket.priority, to: fields.priority ?? ticket.priority },
    {
      field: 'assignee',
      from: ticket.assigneeId,
      to: fields.assigneeId === undefined ? ticket.assigneeId : fields.assigneeId,
    },
    { field: 'team', from: ticket.team, to: fields.team === undefined ? ticket.team : fields.team },
  ]
  return asked.filter(({ from, to }) => from !== to)
}

function stampsOf(ticket: Ticket, { kind, at, fields, reopened }: Entry): Partial<Ticket> {
  const status = fields?.status ?? ticket.status
  const moved = status !== ticket.status
  return {
    ...(kind === 'replied' && !ticket.firstResponseAt && { firstResponseAt: at }),
    ...(moved && status === 'solved' && { solvedAt: at }),
    ...(moved && status === 'closed' && { closedAt: at }),
    ...(reopened && { solvedAt: null, reopenedAt: at, reopenCount: ticket.reopenCount + 1 }),
  }
}

const blank = {
  status: 'open',
  assigneeId: null,
  lastEventSeq: 0,
  firstResponseAt: null,
  solvedAt: null,
  closedAt: null,
  reopenedAt: null,
  reopenCount: 0,
  slaPolicyId: null,
  firstResponseDueAt: null,
  nextReplyDueAt: null,
  resolveDueAt: null,
  dueAt: null,
  mergedIntoId: null,
} satisfies Partial<Ticket>
