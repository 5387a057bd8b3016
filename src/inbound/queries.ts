import 'server-only'
import { and, asc, count, desc, eq, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Agent } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { cursorOf, readCursor } from '#src/lib/keyset.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { workableBy } from '#src/tickets/scope.ts'
import type { View } from './standing.ts'
import { storable } from './storable.ts'

const perPage = 50
const mostShown = 20_000

export type ReceivedRow = Awaited<ReturnType<typeof receivedPage>>['mails'][number]
export type ReceivedMail = NonNullable<Awaited<ReturnType<typeof receivedMail>>>

const columns = {
  id: receivedMails.id,
  mailbox: receivedMails.mailbox,
  fromAddress: receivedMails.fromAddress,
  subject: receivedMails.subject,
  size: receivedMails.size,
  state: receivedMails.state,
  concern: receivedMails.concern,
  receivedAt: receivedMails.receivedAt,
  releasedAt: receivedMails.releasedAt,
  rejectedAt: receivedMails.rejectedAt,
}

const releaser = alias(user, 'releaser')
const rejecter = alias(user, 'rejecter')

// Each as its index has it.
const waits = and(sql`${receivedMails.state} = 'held'`, isNull(receivedMails.rejectedAt))
const inView: Record<View, SQL | undefined> = {
  waiting: waits,
  decided: or(isNotNull(receivedMails.releasedAt), isNotNull(receivedMails.rejectedAt)),
  noted: and(
    isNotNull(receivedMails.concern),
    ne(receivedMails.state, 'held'),
    isNull(receivedMails.releasedAt),
  ),
}

/** One page of 50 mails of a view, the newest first, without what they say; and the next cursor. */
export async function receivedPage(reader: Reader, view: View, after?: unknown) {
  const cursor = readCursor(after, 'moment', 'id')
  const rows = await reader
    .select(columns)
    .from(receivedMails)
    .where(and(inView[view], cursor ? olderThan(cursor) : undefined))
    .orderBy(desc(receivedMails.receivedAt), desc(receivedMails.id))
    .limit(perPage + 1)
  const mails = rows.slice(0, perPage)
  const last = mails.at(-1)
  return {
    mails,
    next: rows.length > perPage && last ? cursorOf([last.receivedAt, last.id]) : undefined,
    first: cursor === null,
  }
}

/**
 * One mail with its ticket, who decided about it, and its source as text, the first 20,000 bytes of it; null when there is
 * none.
 */
export async function receivedMail(reader: Reader, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const [mail] = await reader
    .select({
      ...columns,
      reference: tickets.reference,
      releasedBy: releaser.name,
      rejectedBy: rejecter.name,
      beginning: sql<Uint8Array>`substring(${receivedMails.raw} from 1 for ${mostShown})`.mapWith(
        receivedMails.raw,
      ),
    })
    .from(receivedMails)
    .leftJoin(tickets, eq(tickets.id, receivedMails.ticketId))
    .leftJoin(releaser, eq(releaser.id, receivedMails.releasedBy))
    .leftJoin(rejecter, eq(rejecter.id, receivedMails.rejectedBy))
    .where(eq(receivedMails.id, id))
  if (!mail) return null
  const { beginning, ...rest } = mail
  return { ...rest, source: storable(new TextDecoder().decode(beginning)), isWhole: mail.size <= mostShown }
}

/** What was folded away from the mails of a ticket that this agent works on, the oldest first; nothing where it is not there. */
export async function foldedFrom(reader: Reader, agent: Agent, typed: string) {
  const parsed = parseReference(typed)
  if (!parsed.ok) return []
  const { id, fromAddress, subject, folded, receivedAt } = receivedMails
  return reader
    .select({ id, fromAddress, subject, folded, receivedAt })
    .from(receivedMails)
    .innerJoin(tickets, eq(tickets.id, receivedMails.ticketId))
    .where(and(workableBy(agent), eq(tickets.reference, parsed.reference), ne(folded, '')))
    .orderBy(asc(receivedAt), asc(id))
    .limit(perPage)
}

/** How many mails are held and wait for an administrator. */
export async function countHeld(reader: Reader): Promise<number> {
  const [row] = await reader.select({ mails: count() }).from(receivedMails).where(waits)
  return row?.mails ?? 0
}

function olderThan([receivedAt, id]: (string | number)[]): SQL {
  return sql`(${receivedMails.receivedAt}, ${receivedMails.id}) < (${receivedAt}::timestamptz, ${id}::uuid)`
}
