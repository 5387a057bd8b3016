import 'server-only'
import { asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { publicAttachments, publicMessages, publicTickets } from '#src/lib/db/tables/public-views.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'
import { withFiles } from './attached.ts'
import { parseReference } from './reference.ts'
import { askedBy } from './scope.ts'

const perPage = 25

/** What a requester sees of a ticket in a list. */
export type MyTicket = Awaited<ReturnType<typeof myTickets>>['tickets'][number]

/** The reader's own tickets, 25 a page: open first, then the one with the newest public word. */
export async function myTickets(reader: Reader, actor: Actor, after?: unknown) {
  const cursor = readCursor(after, 'rank', 'moment', 'id')
  const since =
    cursor &&
    sql`(${publicTickets.statusRank}, ${publicTickets.lastPublicAt}) >= (${cursor[0]}, '-infinity'::timestamptz)
    and (${publicTickets.statusRank} > ${cursor[0]}
      or (${publicTickets.lastPublicAt}, ${publicTickets.id}) < (${cursor[1]}::timestamptz, ${cursor[2]}::uuid))`
  const rows = await reader
    .select()
    .from(publicTickets)
    .where(askedBy(actor, since ?? undefined))
    .orderBy(asc(publicTickets.statusRank), desc(publicTickets.lastPublicAt), desc(publicTickets.id))
    .limit(perPage + 1)
  const tickets = rows.slice(0, perPage)
  const last = tickets.at(-1)
  const next = rows.length > perPage && last && cursorOf([last.statusRank, last.lastPublicAt, last.id])
  return { tickets, next: next || undefined, first: cursor === null }
}

export type MyTicketPage = NonNullable<Awaited<ReturnType<typeof myTicket>>>

/** One of the reader's own tickets with its public messages, oldest first; null when it is not theirs or not there. */
export async function myTicket(reader: Reader, actor: Actor, typed: string) {
  const parsed = parseReference(typed)
  if (!parsed.ok) return null
  const own = askedBy(actor, eq(publicTickets.reference, parsed.reference))
  const [[ticket], relatives, messages, attached] = await Promise.all([
    reader.select().from(publicTickets).where(own),
    relativesOf(reader, actor, own),
    reader
      .select({
        id: publicMessages.id,
        body: publicMessages.body,
        language: publicMessages.language,
        createdAt: publicMessages.createdAt,
        authorId: publicMessages.authorId,
        author: user.name,
      })
      .from(publicMessages)
      .innerJoin(publicTickets, eq(publicTickets.id, publicMessages.ticketId))
      .innerJoin(user, eq(user.id, publicMessages.authorId))
      .where(own)
      .orderBy(asc(publicMessages.createdAt), asc(publicMessages.id)),
    filesOf(reader, own),
  ])
  return ticket ? { ...ticket, messages: withFiles(messages, attached), relatives } : null
}

function filesOf(reader: Reader, own: SQL | undefined) {
  const { id, messageId, name, description, size, type } = publicAttachments
  return reader
    .select({ id, messageId, name, description, size, type })
    .from(publicAttachments)
    .innerJoin(publicTickets, eq(publicTickets.id, publicAttachments.ticketId))
    .where(own)
    .orderBy(asc(publicAttachments.position))
}

/** The tickets that this one follows, or that follow it, as far as they are the reader's. */
async function relativesOf(reader: Reader, actor: Actor, own: SQL | undefined) {
  const { reference, subject, subjectLanguage } = publicTickets
  const columns = { reference, subject, subjectLanguage }
  const id = reader.select({ id: publicTickets.id }).from(publicTickets).where(own)
  const followed = reader.select({ id: publicTickets.followUpOfId }).from(publicTickets).where(own)
  const read = (where: SQL) => reader.select(columns).from(publicTickets).where(askedBy(actor, where))
  const [before, after] = await Promise.all([
    read(eq(publicTickets.id, followed)),
    read(eq(publicTickets.followUpOfId, id)),
  ])
  return { before, after }
}
