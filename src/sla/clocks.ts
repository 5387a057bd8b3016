import type { ticketEvents } from '#src/lib/db/tables/tickets.ts'
import type { Calendar } from './calendar.ts'
import type { Span } from './run.ts'

type EventRow = typeof ticketEvents.$inferSelect

/** What the clocks read of an event. */
export type ClockEvent = Pick<EventRow, 'seq' | 'at' | 'kind' | 'byRequester' | 'changes' | 'targets'>

export type ClockName = NonNullable<EventRow['clock']>

/**
 * One clock as its events left it. `none` has not started, or has no target; `met` was answered; `stopped` owes
 * nothing because the ticket is solved or closed. `dueAt` stands only on a running clock, and may lie in the past.
 * `breachedAt` is the moment the target ran out in a span that has ended: see `breachOf` for "by now".
 * `usedMs` counts the working time of the running spans that have ended.
 */
export type Clock = {
  state: 'none' | 'running' | 'paused' | 'met' | 'stopped'
  startedAt: Date | null
  targetMins: number | null
  dueAt: Date | null
  metAt: Date | null
  breachedAt: Date | null
  usedMs: number
  spans: Span[]
}

/** The three clocks of a ticket, and the nearest time that something is owed (null: nothing is). */
export type Clocks = { firstResponse: Clock; nextReply: Clock; resolution: Clock; dueAt: Date | null }

/** The columns of `tickets` that cache the clocks. */
export function dueColumns(clocks: Clocks) {
  return {
    firstResponseDueAt: clocks.firstResponse.dueAt,
    nextReplyDueAt: clocks.nextReply.dueAt,
    resolveDueAt: clocks.resolution.dueAt,
    dueAt: clocks.dueAt,
  }
}

/** The clocks of a ticket from all of its events, in the order of `seq`. */
export function clocksFrom(_events: readonly ClockEvent[], _calendar: Calendar): Clocks {
  throw new Error('not written yet')
}
