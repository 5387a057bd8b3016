import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { user } from './identity.ts'
import { agents, teams } from './people.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/**
 * One row a ticket. The `…DueAt` columns cache what the pure clocks of `src/sla` work out from the events;
 * `dueAt` is the nearest of them that is still owed, `queueDueAt` the same with "never" as infinity.
 */
export const tickets = pgTable(
  'tickets',
  {
    id: uuid().primaryKey().defaultRandom(),
    reference: text().notNull().unique(),
    requesterId: text('requester_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    subject: text().notNull(),
    /** BCP 47; null where nobody said which language it is. */
    subjectLanguage: text('subject_language'),
    status: text({ enum: ['open', 'pending', 'solved', 'closed'] })
      .notNull()
      .default('open'),
    priority: text({ enum: ['low', 'normal', 'high', 'urgent'] })
      .notNull()
      .default('normal'),
    channel: text({ enum: ['web', 'email', 'phone'] })
      .notNull()
      .default('web'),
    assigneeId: uuid('assignee_id').references(() => agents.id),
    team: text().references(() => teams.id),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    lastPublicAt: moment('last_public_at').notNull().defaultNow(),
    firstResponseAt: moment('first_response_at'),
    solvedAt: moment('solved_at'),
    closedAt: moment('closed_at'),
    reopenedAt: moment('reopened_at'),
    reopenCount: integer('reopen_count').notNull().default(0),
    // No foreign key: a policy that is removed would have to be taken out of every ticket that ever ran by it.
    slaPolicyId: uuid('sla_policy_id'),
    firstResponseDueAt: moment('first_response_due_at'),
    nextReplyDueAt: moment('next_reply_due_at'),
    resolveDueAt: moment('resolve_due_at'),
    dueAt: moment('due_at'),
    followUpOfId: uuid('follow_up_of_id').references((): AnyPgColumn => tickets.id, { onDelete: 'set null' }),
    mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => tickets.id, { onDelete: 'set null' }),
    lastEventSeq: integer('last_event_seq').notNull().default(0),
    statusRank: smallint('status_rank')
      .notNull()
      .generatedAlwaysAs(
        sql`case status when 'open' then 0 when 'pending' then 1 when 'solved' then 2 else 3 end`,
      ),
    priorityRank: smallint('priority_rank')
      .notNull()
      .generatedAlwaysAs(
        sql`case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end`,
      ),
    queueDueAt: moment('queue_due_at')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(due_at, 'infinity'::timestamptz)`),
  },
  table => [
    // Each list has an index in its own order, so that its first page is where the index begins.
    index('idx_ticket_asked').on(
      table.requesterId,
      table.statusRank,
      table.lastPublicAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    // For a search by filters alone, which takes the newest of somebody's tickets.
    index('idx_ticket_asked_newest').on(table.requesterId, table.createdAt),
    index('idx_ticket_queue').on(...orderOfQueues(table)),
    index('idx_ticket_in_hand').on(table.assigneeId, ...orderOfQueues(table)),
    index('idx_ticket_in_team').on(table.team, ...orderOfQueues(table)),
    // Postgres does not know that an index on a column is in the order of the next ones where the column is null.
    index('idx_ticket_in_no_hand')
      .on(...orderOfQueues(table))
      .where(sql`${table.assigneeId} is null`),
    index('idx_ticket_in_no_team')
      .on(...orderOfQueues(table))
      .where(sql`${table.team} is null`),
    index('idx_ticket_solved').on(table.solvedAt).where(sql`${table.status} = 'solved'`),
    index('idx_ticket_follow_up').on(table.followUpOfId),
    index('idx_ticket_merged').on(table.mergedIntoId),
    index('idx_ticket_created').on(table.createdAt, table.id),
    check('tickets_status_known', sql`${table.status} in ('open', 'pending', 'solved', 'closed')`),
    check('tickets_priority_known', sql`${table.priority} in ('low', 'normal', 'high', 'urgent')`),
    check('tickets_channel_known', sql`${table.channel} in ('web', 'email', 'phone')`),
  ],
)

type Order = Record<'statusRank' | 'queueDueAt' | 'priorityRank' | 'createdAt' | 'id', AnyPgColumn>

function orderOfQueues({ statusRank, queueDueAt, priorityRank, createdAt, id }: Order) {
  return [statusRank, queueDueAt, priorityRank, createdAt, id] as const
}

/** Append-only: the database refuses to change a body. Internal notes are for agents; requesters read a view. */
export const ticketMessages = pgTable(
  'ticket_messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    authorId: text('author_id')
      .notNull()
      .references(() => user.id),
    body: text().notNull(),
    /** BCP 47; null where nobody said which language it is. */
    language: text(),
    isInternal: boolean('is_internal').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  table => [
    index('idx_message_ticket').on(table.ticketId, table.createdAt),
    index('idx_message_author').on(table.authorId),
  ],
)
