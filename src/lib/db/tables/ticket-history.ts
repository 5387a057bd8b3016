import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { user } from './identity.ts'
import { ticketMessages, tickets } from './tickets.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** The targets that a clock ran by when an event set them, in minutes: the clocks need nothing but the events. */
export type SlaTargets = {
  policyId: string
  firstResponseMins: number
  nextReplyMins: number
  resolveMins: number
}

/** One field that one submit changed; ids for people and teams, plain words for the rest. */
export type FieldChange = {
  field: 'status' | 'priority' | 'assignee' | 'team'
  from: string | null
  to: string | null
}

export const eventKinds = [
  'opened',
  'wrote',
  'replied',
  'noted',
  'updated',
  'confirmed',
  'disputed',
  'closed',
  'warned',
  'breached',
  'received',
  'described',
] as const

/** Append-only history. One submit is one event, with all of its field changes. */
export const ticketEvents = pgTable(
  'ticket_events',
  {
    id: uuid().primaryKey().defaultRandom(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    actorId: text('actor_id').references(() => user.id),
    byRequester: boolean('by_requester').notNull().default(false),
    kind: text({ enum: eventKinds }).notNull(),
    messageId: uuid('message_id').references(() => ticketMessages.id, { onDelete: 'cascade' }),
    changes: jsonb().$type<FieldChange[]>().notNull().default([]),
    targets: jsonb().$type<SlaTargets>(),
    clock: text({ enum: ['first-response', 'next-reply', 'resolution'] }),
    submissionId: uuid('submission_id'),
    at: moment('at').notNull().defaultNow(),
  },
  table => [
    unique('ticket_events_order').on(table.ticketId, table.seq),
    index('idx_event_message').on(table.messageId),
    // For the worker, which asks of every ticket that is late whether it was marked.
    index('idx_event_clock').on(table.ticketId, table.clock).where(sql`${table.clock} is not null`),
  ],
)
