import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Targets in whole minutes. Several policies may serve one priority; one of them is the default for new tickets. */
export const slaPolicies = pgTable(
  'sla_policies',
  {
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull().unique(),
    priority: text({ enum: ['low', 'normal', 'high', 'urgent'] }).notNull(),
    firstResponseMins: integer('first_response_mins').notNull(),
    nextReplyMins: integer('next_reply_mins').notNull(),
    resolveMins: integer('resolve_mins').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    defaultSince: moment('default_since'),
  },
  table => [
    uniqueIndex('sla_policies_one_default').on(table.priority).where(sql`${table.defaultSince} is not null`),
    check('sla_policies_priority_known', sql`${table.priority} in ('low', 'normal', 'high', 'urgent')`),
    check(
      'sla_policies_positive',
      sql`${table.firstResponseMins} > 0 and ${table.nextReplyMins} > 0 and ${table.resolveMins} > 0`,
    ),
  ],
)
