import type { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import type { Calendar } from './calendar.ts'
import { type Clock, type ClockEvent, type ClockName, clocksFrom } from './clocks.ts'

type Event = ClockEvent & Pick<typeof ticketEvents.$inferSelect, 'clock'>
export type Mark = { kind: 'warned' | 'breached'; clock: ClockName }

/** How long before a due time the desk warns, in minutes. */
export const warnMins = 15

/**
 * The warnings and breaches that are not in the history yet, at this moment. Each clock is warned of once and
 * breached once from its start until it is answered, also when its target is moved meanwhile; what is late already
 * is not warned of.
 */
export function marksOwed(events: readonly Event[], calendar: Calendar, now: Date): Mark[] {
  const { firstResponse, nextReply, resolution } = clocksFrom(events, calendar)
  return [
    ...markOwed(events, 'first-response', firstResponse, now),
    ...markOwed(events, 'next-reply', nextReply, now),
    ...markOwed(events, 'resolution', resolution, now),
  ]
}

function markOwed(events: readonly Event[], clock: ClockName, { dueAt, spans }: Clock, now: Date): Mark[] {
  const began = spans[0]
  if (dueAt === null || began === undefined) return []
  const noted = events.filter(event => event.clock === clock && event.seq > began.seq)
  if (noted.some(event => event.kind === 'breached')) return []
  if (dueAt < now) return [{ kind: 'breached', clock }]
  const warned = noted.some(event => event.kind === 'warned')
  return warned || dueAt.getTime() - warnMins * 60_000 > now.getTime() ? [] : [{ kind: 'warned', clock }]
}
