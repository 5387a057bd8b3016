import { sql } from 'drizzle-orm'
import { guestLinks, publicAsks } from '#src/lib/db/tables/guests.ts'
import { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'

/** What an agent must know of the ways into a ticket without a password, as columns beside those of the ticket. */
export const guestsOf = {
  /** How many links open it now. */
  openLinks: sql<number>`(select count(*)::int from ${guestLinks} where ${guestLinks.ticketId} = ${tickets.id}
    and ${guestLinks.endedAt} is null and ${guestLinks.expiresAt} > now())`,
  /**
   * Whether it was asked on the form for everybody, and nobody has acted on it as its requester since: that takes the
   * link, the mail or the password, and so shows that the address is theirs. What a program of theirs answers shows nothing.
   */
  isUnproven: sql<boolean>`(exists (select from ${publicAsks} where ${publicAsks.ticketId} = ${tickets.id})
    and not exists (select from ${ticketEvents} where ${ticketEvents.ticketId} = ${tickets.id}
      and ${ticketEvents.byRequester} and ${ticketEvents.kind} <> 'received' and ${ticketEvents.seq} > 1))`,
}
