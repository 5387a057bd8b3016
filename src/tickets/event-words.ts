import type { FieldChange, ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import { priorities, priorityWords, statuses, statusWords } from './status.ts'

type Event = Pick<typeof ticketEvents.$inferSelect, 'kind' | 'byRequester' | 'clock'>

const clockNames = { 'first-response': 'first reply', 'next-reply': 'next reply', resolution: 'solution' }

/** What an event was, as a whole sentence. `actor` is the name of who did it; null is the desk itself. */
export function eventWords(event: Event, actor: string | null): string {
  const who = actor ?? 'The desk'
  const clock = clockNames[event.clock ?? 'resolution']
  const words: Record<Event['kind'], string> = {
    opened: event.byRequester ? `${who} opened the ticket.` : `${who} opened the ticket for the requester.`,
    wrote: `${who} wrote to us.`,
    replied: `${who} replied.`,
    noted: `${who} added an internal note.`,
    updated: `${who} changed the ticket.`,
    confirmed: `${who} said that this is fixed.`,
    disputed: `${who} said that this is not fixed.`,
    closed: 'The ticket was closed because it had been solved for some days.',
    warned: `The time for the ${clock} is nearly up.`,
    breached: `The time for the ${clock} has passed.`,
    received: `A mail came that a program sent for ${who}.`,
    described: `${who} said what an attached picture shows.`,
  }
  return words[event.kind]
}

/** One changed field, as a whole sentence. `names` knows people by agent id and teams by id. */
export function changeWords({ field, to }: FieldChange, names: Map<string, string>): string {
  const status = statuses.find(name => name === to)
  const priority = priorities.find(name => name === to)
  if (field === 'status' && status) return `The status is now “${statusWords[status].name}”.`
  if (field === 'priority' && priority) return `The priority is now “${priorityWords[priority].name}”.`
  const name = names.get(to ?? '')
  if (field === 'team') {
    if (to === null) return 'The ticket is in no team now.'
    return name ? `The team is now “${name}”.` : 'The ticket is in a team now that is no longer here.'
  }
  if (to === null) return 'Nobody has the ticket now.'
  return name ? `The ticket went to ${name}.` : 'The ticket went to somebody who is no longer here.'
}
