import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { user } from './identity.ts'
import { tickets } from './tickets.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** The idempotency key of one form, written in the transaction of its change, with where the browser went. */
export const submissions = pgTable(
  'submissions',
  {
    actorId: text('actor_id').notNull(),
    key: uuid().notNull(),
    action: text().notNull(),
    fingerprint: text().notNull(),
    result: text(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  table => [
    primaryKey({ columns: [table.actorId, table.key] }),
    index('idx_submission_created').on(table.createdAt),
  ],
)

/** What somebody sent when their session was gone: kept for a day, sealed, for the person the page was made for. */
export const heldSubmissions = pgTable(
  'held_submissions',
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: text('person_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    action: text().notNull(),
    about: text().notNull(),
    fingerprint: text().notNull().default(''),
    sealed: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  table => [
    unique('held_once').on(table.personId, table.action, table.about, table.fingerprint),
    index('idx_held_expiry').on(table.expiresAt),
  ],
)

/** What somebody wrote and did not send yet: one draft for each person and thing that it is about. */
export const drafts = pgTable(
  'drafts',
  {
    personId: text('person_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    about: text().notNull(),
    action: text().notNull(),
    path: text().notNull(),
    values: jsonb().$type<Record<string, string>>().notNull(),
    version: integer().notNull().default(1),
    savedAt: moment('saved_at').notNull().defaultNow(),
  },
  table => [
    primaryKey({ columns: [table.personId, table.about] }),
    index('idx_draft_files').on(table.savedAt).where(sql`${table.values} ->> 'files' <> ''`),
  ],
)

/** The outbox: mail is ordered in the transaction of what it tells of, and leaves later. */
export const mailOrders = pgTable(
  'mail_orders',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({
      enum: [
        'verify-address',
        'reset-password',
        'address-taken',
        'invited',
        'opened',
        'guest-link',
        'answered',
        'changed',
        'customer-wrote',
        'desk-news',
        'test',
      ],
    }).notNull(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    ticketId: uuid('ticket_id').references(() => tickets.id, { onDelete: 'cascade' }),
    toAddress: text('to_address').notNull(),
    toName: text('to_name').notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Where in the body people's own words stand, with their language as BCP 47, or null where nobody said which. */
    said: jsonb().$type<{ from: number; to: number; language: string | null }[]>(),
    /** Where in the body the headings stand. */
    headings: jsonb().$type<{ from: number; to: number }[]>(),
    createdAt: moment('created_at').notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
    sentAt: moment('sent_at'),
    gaveUpAt: moment('gave_up_at'),
    lastError: text('last_error'),
  },
  table => [
    index('idx_mail_due')
      .on(table.nextAttemptAt)
      .where(sql`${table.sentAt} is null and ${table.gaveUpAt} is null`),
    index('idx_mail_given_up')
      .on(table.gaveUpAt)
      .where(sql`${table.gaveUpAt} is not null and ${table.sentAt} is null`),
    index('idx_mail_created').on(table.createdAt),
    index('idx_mail_user').on(table.userId),
    index('idx_mail_ticket').on(table.ticketId),
    check('mail_orders_one_line', sql`${table.toAddress} !~ '[\r\n]' and ${table.subject} !~ '[\r\n]'`),
  ],
)

/** One counter per limited key and window; rows older than their window are swept by the worker. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().primaryKey(),
    startedAt: moment('started_at').notNull().defaultNow(),
    hits: integer().notNull().default(1),
  },
  table => [index('idx_limit_started').on(table.startedAt)],
)
