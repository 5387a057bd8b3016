import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { user } from './identity.ts'
import { ticketEvents } from './ticket-history.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/** What somebody can choose to be told of by mail. */
export const newsTopics = ['answers', 'changes', 'assigned', 'team', 'replies', 'times'] as const

/** Events that somebody is to be told of, ordered in the transaction of the event; to whom is worked out later. */
export const newsOrders = pgTable(
  'news_orders',
  {
    eventId: uuid('event_id')
      .primaryKey()
      .references(() => ticketEvents.id, { onDelete: 'cascade' }),
    orderedAt: moment('ordered_at').notNull().defaultNow(),
    addressedAt: moment('addressed_at'),
  },
  table => [
    index('idx_news_unaddressed').on(table.orderedAt).where(sql`${table.addressedAt} is null`),
    index('idx_news_addressed').on(table.addressedAt),
  ],
)

/** One row for each event and person who is told of it. They wait a little, so that one mail tells of many. */
export const newsDeliveries = pgTable(
  'news_deliveries',
  {
    eventId: uuid('event_id')
      .notNull()
      .references(() => ticketEvents.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    topic: text({ enum: newsTopics }).notNull(),
    readyAt: moment('ready_at').notNull().default(sql`now() + interval '1 minute'`),
    toldAt: moment('told_at'),
  },
  table => [
    primaryKey({ columns: [table.eventId, table.userId] }),
    index('idx_news_ready').on(table.readyAt).where(sql`${table.toldAt} is null`),
    index('idx_news_user').on(table.userId),
    index('idx_news_told').on(table.toldAt),
  ],
)

/** What somebody does not want to be told of by mail; nobody has a row who never chose. */
export const newsChoices = pgTable(
  'news_choices',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => user.id, { onDelete: 'cascade' }),
    off: text({ enum: newsTopics }).array().notNull(),
    chosenAt: moment('chosen_at').notNull().defaultNow(),
  },
  table => [
    check(
      'news_choices_known',
      sql`${table.off} <@ array['answers', 'changes', 'assigned', 'team', 'replies', 'times']`,
    ),
  ],
)
