import { desc, eq, sql } from 'drizzle-orm'
import type { Customer } from '#src/lib/actor.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { guestLinks } from '#src/lib/db/tables/guests.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { guestPage, signFormToken } from '#src/lib/forms/token.ts'
import { guestKey } from '#src/lib/guest-key.ts'
import type { Status } from '#src/tickets/status.ts'
import { newGuest } from './identity.ts'
import type { Fields } from './post.ts'
import { ticketIn } from './ticket-in.ts'

/** An address at a domain of its own, so that the limit of a domain that other tests mail to is not in the way. */
export const guestEmail = () => `nell@${crypto.randomUUID()}.test`

/** Somebody without a password, as who acts for them in a test. */
export async function guestCustomer(email = guestEmail()): Promise<Customer> {
  return { kind: 'customer', ...(await newGuest(email)) }
}

/** A ticket of somebody without a password, and the key of the link that their mail brought. */
export async function guestTicket(status: Status = 'open', email?: string) {
  const by = await guestCustomer(email)
  const reference = await ticketIn(status, by)
  return { by, reference, key: await newestKey(reference) }
}

/** The key of the newest link to a ticket. */
export async function newestKey(reference: string): Promise<string> {
  const [link] = await db
    .select({ id: guestLinks.id })
    .from(guestLinks)
    .innerJoin(tickets, eq(tickets.id, guestLinks.ticketId))
    .where(eq(tickets.reference, reference))
    .orderBy(desc(guestLinks.createdAt))
    .limit(1)
  if (!link) throw new Error('No link leads to this ticket')
  return guestKey(link.id)
}

/** Every link to a ticket, the oldest first. */
export function linksTo(reference: string) {
  return db
    .select({ link: guestLinks })
    .from(guestLinks)
    .innerJoin(tickets, eq(tickets.id, guestLinks.ticketId))
    .where(eq(tickets.reference, reference))
    .orderBy(guestLinks.createdAt)
    .then(rows => rows.map(({ link }) => link))
}

/** Lets the 30 days of every link to a ticket be over. */
export async function letLinksRunOut(reference: string): Promise<void> {
  const its = sql`${guestLinks.ticketId} = (select id from tickets where reference = ${reference})`
  await transaction('test', tx =>
    tx.update(guestLinks).set({ expiresAt: sql`now() - interval '1 second'` }).where(its),
  )
}

/** A form of a guest's page, filled in. */
export function fillAsGuest(
  name: string,
  { userId }: { userId: string },
  link: string,
  fields: Fields,
): FormData {
  const data = new FormData()
  data.set('k', signFormToken(name, guestPage(userId)))
  data.set('link', link)
  for (const [field, value] of Object.entries(fields)) data.set(field, String(value))
  return data
}

/** Makes a link to this ticket, also where its requester has a password. Resolves to the reference again. */
export async function linkTo(reference: string): Promise<string> {
  const expiresAt = sql<Date>`now() + interval '30 days'`
  await transaction('test', async tx => {
    const [ticket] = await tx.select().from(tickets).where(eq(tickets.reference, reference))
    if (!ticket) throw new Error('There is no such ticket')
    await tx.insert(guestLinks).values({ ticketId: ticket.id, userId: ticket.requesterId, expiresAt })
  })
  return reference
}
