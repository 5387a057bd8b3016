import { sql } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { receivedMails } from '#src/lib/db/tables/received.ts'
import type { Ticket } from '#src/tickets/find.ts'

/** More than so many mails nobody writes about one ticket. */
const most = { anHour: 10, aDay: 40 }

/**
 * Whether a program seems to write in the name of this person, because so many of their mails about a ticket came. Two programs
 * that answer everything and say nothing of what they are, one on each side of the desk, would keep it passing their mails on
 * for ever. Call it with the ticket locked, so that mails that come at once are counted.
 */
export async function areTooMany(tx: Tx, { email }: Actor, ticket: Ticket): Promise<boolean> {
  const age = (most: string) => sql`${receivedMails.receivedAt} > now() - ${most}::interval`
  const [came] = await tx
    .select({
      anHour: sql<number>`count(*) filter (where ${age('1 hour')})::int`,
      aDay: sql<number>`count(*) filter (where ${age('1 day')})::int`,
    })
    .from(receivedMails)
    .where(sql`${receivedMails.ticketId} = ${ticket.id} and ${receivedMails.fromAddress} = ${email}`)
  return came !== undefined && (came.anHour >= most.anHour || came.aDay >= most.aDay)
}
