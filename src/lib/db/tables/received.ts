import { sql } from 'drizzle-orm'
import { customType, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { tickets } from './tickets.ts'

const rawBytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Why a mail is held or set aside, or is on a ticket and wants to be looked at all the same. */
const mailConcerns = [
  'unreadable',
  'fault',
  'refused',
  'no-sender',
  'same-id',
  'not-the-sender',
  'forged-mark',
  'unproven-agent',
  'not-sent-to-agent',
  'other-sender',
  'too-many',
  'loop',
  'automatic',
] as const

/**
 * Every mail that came in, as it came. `taken`: it is on a ticket. `held`: an administrator decides. `set-aside`: nobody
 * wrote it, and it belongs to no ticket.
 */
export const receivedMails = pgTable(
  'received_mails',
  {
    id: uuid().primaryKey().defaultRandom(),
    mailbox: text().notNull(),
    /** The hash of the contents where the mail has none. */
    messageId: text('message_id').notNull(),
    /** SHA-256 of what the mail says, without what servers wrote on its way. */
    contents: text().notNull(),
    raw: rawBytes().notNull(),
    size: integer().notNull(),
    fromAddress: text('from_address').notNull(),
    subject: text().notNull(),
    /** Earlier mails and signatures, which stand on no ticket. */
    folded: text().notNull().default(''),
    state: text({ enum: ['taken', 'held', 'set-aside'] }).notNull(),
    concern: text({ enum: mailConcerns }),
    ticketId: uuid('ticket_id').references(() => tickets.id, { onDelete: 'cascade' }),
    receivedAt: timestamp('received_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  table => [
    unique('received_once').on(table.mailbox, table.messageId, table.contents),
    index('idx_received_concern')
      .on(table.receivedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.concern} is not null`),
    index('idx_received_ticket').on(table.ticketId),
  ],
)
