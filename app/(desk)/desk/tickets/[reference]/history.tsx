import { deskZone } from '#src/lib/zone.ts'
import type { DeskTicket } from '#src/tickets/desk-queries.ts'
import { changeWords, eventWords } from '#src/tickets/event-words.ts'
import { Timeline } from '#src/ui/timeline.tsx'

type Named = { id: string; name: string }

/** What happened to a ticket, one entry a submit, newest last. */
export function History(props: { events: DeskTicket['events']; people: Named[]; teams: Named[] }) {
  const names = new Map([...props.people, ...props.teams].map(({ id, name }) => [id, name]))
  return (
    <section>
      <h2>History</h2>
      <Timeline
        zone={deskZone()}
        entries={props.events.map(({ event, actor }) => ({
          id: event.id,
          at: event.at,
          words: [eventWords(event, actor), ...event.changes.map(change => changeWords(change, names))].join(
            ' ',
          ),
        }))}
      />
    </section>
  )
}
