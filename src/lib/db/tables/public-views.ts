import { eq } from 'drizzle-orm'
import { pgView } from 'drizzle-orm/pg-core'
import { attachments, files } from './files.ts'
import { searchDocuments } from './search.ts'
import { ticketMessages, tickets } from './tickets.ts'

/** What a requester may read of the messages. Portal code knows this view and never the table behind it (P7). */
export const publicMessages = pgView('public_messages').as(query =>
  query
    .select({
      id: ticketMessages.id,
      ticketId: ticketMessages.ticketId,
      authorId: ticketMessages.authorId,
      body: ticketMessages.body,
      createdAt: ticketMessages.createdAt,
      language: ticketMessages.language,
    })
    .from(ticketMessages)
    .where(eq(ticketMessages.isInternal, false)),
)

/** What a requester may read of a ticket: no event count, no assignee, no cached clock that a note could move (P7). */
export const publicTickets = pgView('public_tickets').as(query =>
  query
    .select({
      id: tickets.id,
      reference: tickets.reference,
      requesterId: tickets.requesterId,
      subject: tickets.subject,
      status: tickets.status,
      statusRank: tickets.statusRank,
      priority: tickets.priority,
      createdAt: tickets.createdAt,
      lastPublicAt: tickets.lastPublicAt,
      firstResponseAt: tickets.firstResponseAt,
      firstResponseDueAt: tickets.firstResponseDueAt,
      nextReplyDueAt: tickets.nextReplyDueAt,
      resolveDueAt: tickets.resolveDueAt,
      solvedAt: tickets.solvedAt,
      closedAt: tickets.closedAt,
      followUpOfId: tickets.followUpOfId,
      mergedIntoId: tickets.mergedIntoId,
      subjectLanguage: tickets.subjectLanguage,
    })
    .from(tickets),
)

/** What a requester may find. A search of the portal knows this view and never the table behind it (P7). */
export const publicSearchDocuments = pgView('public_search_documents').as(query =>
  query
    .select({
      messageId: searchDocuments.messageId,
      ticketId: searchDocuments.ticketId,
      at: searchDocuments.at,
      words: searchDocuments.words,
    })
    .from(searchDocuments)
    .where(eq(searchDocuments.isInternal, false)),
)

/** What a requester may have of the files: those of public messages, and nothing of those of notes (P7). */
export const publicAttachments = pgView('public_attachments').as(query =>
  query
    .select({
      id: attachments.id,
      messageId: attachments.messageId,
      ticketId: ticketMessages.ticketId,
      position: attachments.position,
      name: attachments.name,
      description: attachments.description,
      hash: files.hash,
      contentId: files.contentId,
      size: files.size,
      type: files.type,
    })
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .where(eq(ticketMessages.isInternal, false)),
)
