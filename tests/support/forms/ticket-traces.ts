import { asc, eq, like, type SQL, sql } from 'drizzle-orm'
import { jonas, noor } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { attachments } from '#src/lib/db/tables/files.ts'
import { ticketMessages } from '#src/lib/db/tables/tickets.ts'
import { linkIn } from '#src/lib/guest-key.ts'
import { parseReference } from '#src/tickets/reference.ts'
import { containing, counted } from './counted.ts'

// What the forms about tickets leave in the database, each counted by its mark or by the page that it was sent from.

export function answered(mark: string, page: string) {
  const mails = sql`select count(*) from mail_orders where kind = 'answered' and ticket_id = (${ticketOn(page)})`
  return counted({ messages: messages(mark), events: events(page, 'replied'), mails })
}

/** A change that others are told of; but its team is not told of a ticket that was taken just before. */
export function changedAndTold(_mark: string, page: string) {
  const told = sql`select count(*) from (${eventsOn(page, 'updated')}) as changed
    where exists (select from news_orders where event_id = changed.id)
    or exists (select from ticket_events as earlier where earlier.ticket_id = changed.ticket_id
      and earlier.seq < changed.seq and earlier.actor_id in (${jonas.userId}, ${noor.userId}))`
  return counted({ events: events(page, 'updated'), told })
}

export function opened(mark: string) {
  const made = sql`from tickets where subject like ${containing(mark)}`
  const mails = sql`select count(*) from mail_orders where kind = 'opened' and ticket_id in (select id ${made})`
  const event = sql`select count(*) from ticket_events where kind = 'opened' and ticket_id in (select id ${made})`
  return counted({ tickets: sql`select count(*) ${made}`, messages: messages(mark), events: event, mails })
}

/** What somebody opened with an address of their own, which has no password: a link comes with the mail. */
export function askedInPublic(mark: string) {
  const its = sql`select id from tickets where subject like ${containing(mark)}`
  return counted({
    tickets: sql`select count(*) from (${its}) as made`,
    asks: sql`select count(*) from public_asks where ticket_id in (${its})`,
    mails: sql`select count(*) from mail_orders where kind = 'opened' and ticket_id in (${its})`,
    links: sql`select count(*) from guest_links where ticket_id in (${its})`,
    messages: messages(mark),
  })
}

/** The mails with nothing but a link to the ticket that the page or the mark names, and the links themselves beside the first. */
export function linksSent(reference: string) {
  const its = sql`select id from tickets where reference = ${reference}`
  return counted({
    mails: sql`select count(*) from mail_orders where kind = 'guest-link' and ticket_id in (${its})`,
    links: sql`select greatest(count(*) - 1, 0) from guest_links where ticket_id in (${its})`,
  })
}

export function endedLinks(page: string): SQL {
  return sql`select count(*) from guest_links where ended_at is not null and ticket_id = (${ticketOn(page)})`
}

export function messages(mark: string): SQL {
  return sql`select count(*) from ticket_messages where body like ${containing(mark)}`
}

/** The names of the files that the messages with this mark have, in their order. */
export async function filesSent(mark: string): Promise<string[]> {
  const rows = await db
    .select({ name: attachments.name })
    .from(attachments)
    .innerJoin(ticketMessages, eq(ticketMessages.id, attachments.messageId))
    .where(like(ticketMessages.body, containing(mark)))
    .orderBy(asc(ticketMessages.createdAt), asc(attachments.position))
  return rows.map(({ name }) => name)
}

export function events(page: string, kind: string): SQL {
  return sql`select count(*) from (${eventsOn(page, kind)}) as found`
}

// Not what was taken by those who take whatever is next, perhaps this ticket.
function eventsOn(page: string, kind: string): SQL {
  return sql`select id, ticket_id, seq from ticket_events where kind = ${kind} and ticket_id = (${ticketOn(page)})
    and (actor_id is null or actor_id not in (${jonas.userId}, ${noor.userId}))`
}

function ticketOn(page: string): SQL {
  const linkId = linkIn(/\/guest\/([^/?]+)/.exec(page)?.[1] ?? '')
  if (linkId !== null) return sql`select ticket_id from guest_links where id = ${linkId}`
  const read = parseReference(/\/tickets\/([^/?]+)/.exec(page)?.[1] ?? '')
  return sql`select id from tickets where reference = ${read.ok ? read.reference : ''}`
}
