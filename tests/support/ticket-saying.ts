import { elif } from '#src/demo/cast.ts'
import type { Actor } from '#src/lib/actor.ts'
import { transaction } from '#src/lib/db/client.ts'
import { ticketMessages, tickets } from '#src/lib/db/tables/tickets.ts'
import { newReference } from '#src/tickets/reference.ts'
import type { Priority } from '#src/tickets/status.ts'

type Saying = {
  subject?: string
  body: string
  by?: Actor
  language?: string
  priority?: Priority
  at?: Date
}

/** A ticket with one message, as rows: of any day, in any language. Resolves to its reference. */
export function ticketSaying({ subject = 'A matter', body, by = elif, language, priority, at }: Saying) {
  return transaction('test', async tx => {
    const [ticket] = await tx
      .insert(tickets)
      .values({ reference: newReference(), requesterId: by.userId, subject, priority, createdAt: at })
      .returning()
    if (!ticket) throw new Error('The ticket was not written')
    await tx
      .insert(ticketMessages)
      .values({ ticketId: ticket.id, authorId: by.userId, body, language, createdAt: at })
    return ticket.reference
  })
}
