import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ticketMessages } from './tickets.ts'

const rawBytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

// Every column is named: drizzle 0.45 does not find the names of joined columns in a view that were left out.
/** What is known of the contents of a file; the same contents are kept once, whoever sent them. */
export const files = pgTable(
  'files',
  {
    /** SHA-256 of the bytes as they are kept, in hexadecimal. */
    hash: text('hash').primaryKey(),
    /** Under which the store has the bytes. */
    contentId: uuid('content_id').notNull().unique(),
    size: integer('size').notNull(),
    /** Media type by what the bytes are, never by what somebody called them. */
    type: text('type').notNull(),
    /** From when on the sweep may take it unless a message has it by then; null while one has. */
    mayGoAfter: timestamp('may_go_after', { withTimezone: true, precision: 3 }),
  },
  table => [
    index('idx_file_may_go').on(table.mayGoAfter).where(sql`${table.mayGoAfter} is not null`),
    check('files_hash_is_sha256', sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** The bytes of files, in pieces that fit in memory many times over. */
export const fileChunks = pgTable(
  'file_chunks',
  {
    contentId: uuid('content_id').notNull(),
    seq: integer().notNull(),
    bytes: rawBytes().notNull(),
  },
  table => [
    primaryKey({ columns: [table.contentId, table.seq] }),
    index('idx_file_in_database').on(table.contentId).where(sql`${table.seq} = 0`),
  ],
)

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/**
 * What may be in the bucket of the settings, each under a key that is used once: written down before anything is put
 * there, and crossed out after it was deleted, so that nothing in the bucket is ever unknown.
 */
export const bucketObjects = pgTable(
  'bucket_objects',
  {
    key: uuid().primaryKey().defaultRandom(),
    contentId: uuid('content_id').notNull(),
    size: integer().notNull(),
    /** From when on the worker deletes it; null while the file is read from there. */
    goesAfter: moment('goes_after'),
    /** When a worker last began to delete it, or to bring it back. */
    triedAt: moment('tried_at'),
  },
  table => [
    uniqueIndex('idx_bucket_object_in_use').on(table.contentId).where(sql`${table.goesAfter} is null`),
    index('idx_bucket_object_of').on(table.contentId),
    index('idx_bucket_object_goes').on(table.goesAfter).where(sql`${table.goesAfter} is not null`),
  ],
)

/**
 * What somebody has sent and no message of theirs has yet, a file each, however many forms list it: by this it is known how
 * much that is. A file that scripts bring has a row from its first piece on; its pieces are chunks under the id of the row.
 */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The user id of who sent it, also of a guest; an empty text for nobody. */
    person: text().notNull(),
    /** Which file of theirs: what the browser calls it that sends it in pieces, else the hash of its bytes. */
    key: text().notNull(),
    size: integer().notNull(),
    /** How many of its bytes are here. */
    received: integer().notNull(),
    /** The file that it has become, once all of it is here. */
    hash: text(),
    goesAfter: moment('goes_after').notNull(),
  },
  table => [unique('uploads_once').on(table.person, table.key), index('idx_upload_goes').on(table.goesAfter)],
)

/** A file as a message has it, under the name that its sender gave it. Append-only but for the description. */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid().primaryKey().defaultRandom(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => ticketMessages.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
    fileHash: text('file_hash')
      .notNull()
      .references(() => files.hash),
    name: text().notNull(),
    /** What a picture shows, for whoever does not see it; null where nobody said. */
    description: text(),
  },
  table => [
    unique('attachments_order').on(table.messageId, table.position),
    index('idx_attachment_file').on(table.fileHash),
  ],
)
