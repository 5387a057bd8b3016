import { sql } from 'drizzle-orm'
import { boolean, customType, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { ticketMessages } from './tickets.ts'

const wordVector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What can be found of a message: its words, those of the subject, and who asked. Written by a trigger in the
 * transaction that writes the message; everything in it stands elsewhere, too.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    messageId: uuid('message_id')
      .primaryKey()
      .references(() => ticketMessages.id, { onDelete: 'cascade' }),
    ticketId: uuid('ticket_id').notNull(),
    isInternal: boolean('is_internal').notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    words: wordVector().notNull(),
  },
  table => [
    // New entries wait in a list until there are 512 kB of them: writers are quick, and a search has little to read through.
    index('idx_search_words')
      .using('gin', table.words)
      .with({ fastupdate: true, gin_pending_list_limit: 512 }),
    index('idx_search_ticket').on(table.ticketId),
  ],
)

/** Every word that agents may search, once: it is asked for words like one that nobody wrote. */
export const searchVocabulary = pgTable('search_vocabulary', { word: text().primaryKey() }, table => [
  index('idx_search_vocabulary').using('gin', sql`search_spelt(${table.word}) gin_trgm_ops`),
])

/** The stemmers of Postgres for the languages that messages here were marked with. */
export const searchStemmers = pgTable('search_stemmers', { name: text().primaryKey() })

/** Has a row while messages from before there was a search are not written down for it: the id of the last that is. */
export const searchBacklog = pgTable('search_backlog', { after: uuid().notNull() })
