import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { mailOrders } from './system.ts'

/** Addresses, in lower case, that nobody has: a mail server said so of the mail that is named. Nothing is sent there. */
export const stoppedAddresses = pgTable(
  'stopped_addresses',
  {
    address: text().primaryKey(),
    mailId: uuid('mail_id')
      .notNull()
      .references(() => mailOrders.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    stoppedAt: timestamp('stopped_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  table => [
    index('idx_stopped_mail').on(table.mailId),
    index('idx_stopped_at').on(table.stoppedAt, table.address),
  ],
)
