import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Actor, Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { attachments, files } from '#src/lib/db/tables/files.ts'
import { publicAttachments, publicTickets } from '#src/lib/db/tables/public-views.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { askedBy, workableBy } from './scope.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A file of a message that somebody may read: of a public one in a ticket that they asked for, of any in a ticket that
 * they work on. Null where it is not there or not for them; nobody learns which.
 */
export async function attachmentFor(reader: Reader, actor: Actor, id: string) {
  if (!uuid.test(id)) return null
  const [[asked], [worked]] = await Promise.all([
    ofRequester(reader, actor, id),
    actor.kind === 'agent' ? ofDesk(reader, actor, id) : [],
  ])
  return asked ?? worked ?? null
}

function ofRequester(reader: Reader, actor: Actor, id: string) {
  const { name, hash, type, contentId } = publicAttachments
  return reader
    .select({ name, hash, type, contentId })
    .from(publicAttachments)
    .innerJoin(publicTickets, eq(publicTickets.id, publicAttachments.ticketId))
    .where(askedBy(actor, eq(publicAttachments.id, id)))
}

function ofDesk(reader: Reader, agent: Agent, id: string) {
  const { hash, type, contentId } = files
  return reader
    .select({ name: attachments.name, hash, type, contentId })
    .from(attachments)
    .innerJoin(files, eq(files.hash, attachments.fileHash))
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(and(workableBy(agent), eq(attachments.id, id)))
}
