import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { user } from './identity.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/**
 * What is known of each mailbox of the settings that is read over IMAP. Whoever reads it holds it until `leasedUntil`, so
 * that one worker does at a time. `takenTo` is the UID up to which all were begun with, in the numbering `uidValidity`.
 */
export const mailboxes = pgTable('mailboxes', {
  name: text().primaryKey(),
  leasedBy: uuid('leased_by'),
  leasedUntil: moment('leased_until').notNull().defaultNow(),
  uidValidity: text('uid_validity'),
  takenTo: bigint('taken_to', { mode: 'number' }).notNull().default(0),
  /** The last time that all that waited was taken in. */
  lookedAt: moment('looked_at'),
  /** Why the last look or test did not work, as sentences; null when it did. */
  fault: text(),
  faultAt: moment('fault_at'),
  /** The last test that an administrator asked for, and how many mails waited there then; null where it did not open. */
  testedAt: moment('tested_at'),
  testedBy: text('tested_by').references(() => user.id, { onDelete: 'set null' }),
  testFound: integer('test_found'),
})

/** Mails that were begun with and are not settled: counted before each try, so that whoever dies of one has tried. */
export const mailboxTries = pgTable(
  'mailbox_tries',
  {
    mailbox: text()
      .notNull()
      .references(() => mailboxes.name, { onDelete: 'cascade' }),
    uidValidity: text('uid_validity').notNull(),
    uid: bigint({ mode: 'number' }).notNull(),
    tries: integer().notNull().default(1),
    nextTryAt: moment('next_try_at').notNull(),
    fault: text(),
  },
  table => [
    primaryKey({ columns: [table.mailbox, table.uidValidity, table.uid] }),
    index('idx_mailbox_try_next').on(table.nextTryAt),
  ],
)
