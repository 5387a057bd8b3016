import { sql } from 'drizzle-orm'
import { customType, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { user } from './identity.ts'
import { tickets } from './tickets.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

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
 * wrote it, and it belongs to no ticket. A mail that was released is `taken`; one that was rejected stays `held`, waits no
 * more, and can be released all the same.
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
    receivedAt: moment('received_at').notNull().defaultNow(),
    releasedAt: moment('released_at'),
    releasedBy: text('released_by').references(() => user.id, { onDelete: 'set null' }),
    rejectedAt: moment('rejected_at'),
    rejectedBy: text('rejected_by').references(() => user.id, { onDelete: 'set null' }),
  },
  table => [
    unique('received_once').on(table.mailbox, table.messageId, table.contents),
    index('idx_received_concern')
      .on(table.receivedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.concern} is not null`),
    index('idx_received_waiting')
      .on(table.receivedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.state} = 'held' and ${table.rejectedAt} is null`),
    index('idx_received_decided')
      .on(table.receivedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.releasedAt} is not null or ${table.rejectedAt} is not null`),
    index('idx_received_ticket').on(table.ticketId),
    index('idx_received_released_by').on(table.releasedBy).where(sql`${table.releasedBy} is not null`),
    index('idx_received_rejected_by').on(table.rejectedBy).where(sql`${table.rejectedBy} is not null`),
  ],
)
