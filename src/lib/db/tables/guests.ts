import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { user } from './identity.ts'
import { tickets } from './tickets.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/**
 * A link that opens one ticket for its requester without a password. The secret part of its address is worked out from
 * the id when it is needed, so that nothing here opens anything.
 */
export const guestLinks = pgTable(
  'guest_links',
  {
    id: uuid().primaryKey().defaultRandom(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
    /** The user id of whoever ended it: its requester, or somebody from the desk. */
    endedBy: text('ended_by').references(() => user.id, { onDelete: 'set null' }),
  },
  table => [
    index('idx_guest_link_ticket').on(table.ticketId),
    index('idx_guest_link_user').on(table.userId),
    index('idx_guest_link_expiry').on(table.expiresAt),
    index('idx_guest_link_ended_by').on(table.endedBy),
    check('guest_links_ended_by_somebody', sql`${table.endedBy} is null or ${table.endedAt} is not null`),
  ],
)

/** The tickets that somebody asked for on the public form, where anybody can give anybody's address. */
export const publicAsks = pgTable('public_asks', {
  ticketId: uuid('ticket_id')
    .primaryKey()
    .references(() => tickets.id, { onDelete: 'cascade' }),
  askedAt: moment('asked_at').notNull().defaultNow(),
})
