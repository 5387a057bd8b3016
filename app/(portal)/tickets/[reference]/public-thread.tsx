import { shownFiles } from '#app/attached.ts'
import type { Actor } from '#src/lib/actor.ts'
import { deskZone } from '#src/lib/zone.ts'
import type { MyTicketPage } from '#src/tickets/portal-queries.ts'
import { Thread } from '#src/ui/thread.tsx'

/** The public messages, oldest first, as the requester reads them. */
export function PublicThread({
  ticket,
  reader,
  link,
}: {
  ticket: MyTicketPage
  reader: Actor
  link?: string
}) {
  return (
    <section>
      <h2>Messages</h2>
      <Thread
        messages={ticket.messages.map((message, index) => ({
          id: `message-${index + 1}`,
          author: message.author,
          role: message.authorId === reader.userId ? 'You' : 'Our team',
          at: message.createdAt,
          zone: deskZone(),
          body: message.body,
          lang: message.language,
          files: shownFiles(message.files, { link }),
        }))}
      />
    </section>
  )
}
