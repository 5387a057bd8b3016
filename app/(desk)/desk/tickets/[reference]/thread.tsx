import { shownFiles } from '#app/attached.ts'
import { deskZone } from '#src/lib/zone.ts'
import type { DeskTicket } from '#src/tickets/desk-queries.ts'
import { deskPath } from '#src/tickets/paths.ts'
import { Thread } from '#src/ui/thread.tsx'

/** The whole thread, public and internal, oldest first, as agents read it. */
export function DeskThread({ found: { ticket, messages } }: { found: DeskTicket }) {
  return (
    <section>
      <h2>Messages</h2>
      <Thread
        messages={messages.map((message, index) => ({
          id: `message-${index + 1}`,
          author: message.author,
          role: roleOf(message, ticket.requesterId),
          at: message.createdAt,
          zone: deskZone(),
          body: message.body,
          lang: message.language,
          internal: message.isInternal,
          files: shownFiles(message.files, {
            describePath: id => `${deskPath(ticket.reference)}/files/${id}`,
          }),
        }))}
      />
    </section>
  )
}

function roleOf(message: DeskTicket['messages'][number], requesterId: string) {
  if (message.authorId === requesterId) return 'Requester'
  return message.team ? `Agent, ${message.team}` : 'Agent'
}
