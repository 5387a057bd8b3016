import type { ticketEvents } from '#src/lib/db/tables/ticket-history.ts'
import type { Calendar } from './calendar.ts'
import { endOfTarget, type Run, type Span, standing, usedMs } from './run.ts'
import { type Story, storyOf } from './story.ts'

type EventRow = typeof ticketEvents.$inferSelect

/** What the clocks read of an event. */
export type ClockEvent = Pick<EventRow, 'seq' | 'at' | 'kind' | 'byRequester' | 'changes' | 'targets'>

export type ClockName = NonNullable<EventRow['clock']>

/**
 * One clock as its events left it. `none` has not started, or has no target; `met` was answered; `stopped` owes
 * nothing because the ticket is solved or closed. `dueAt` stands only on a running clock, and may lie in the past.
 * `metAt` is the answer, or the moment the ticket was last solved, and null again once it is reopened.
 * `breachedAt` is when the target ran out in a span that has ended: see `breachOf` for "by now".
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
  spans: readonly Span[]
}

/** The three clocks of a ticket, and the nearest time that something is owed (null: nothing is). */
export type Clocks = { firstResponse: Clock; nextReply: Clock; resolution: Clock; dueAt: Date | null }

/**
 * The clocks of a ticket, from all of its events in the order of `seq`. A pure function: what time it is now
 * plays no part. The rules are in `storyOf`.
 */
export function clocksFrom(events: readonly ClockEvent[], calendar: Calendar): Clocks {
  const story = storyOf(events)
  const firstResponse = clockOf(story.firstResponse, calendar)
  const nextReply = clockOf(story.nextReply, calendar)
  const resolution = { ...clockOf(story.resolution, calendar), metAt: solvedAt(story) }
  return {
    firstResponse,
    nextReply,
    resolution,
    dueAt: nearest([firstResponse.dueAt, nextReply.dueAt, resolution.dueAt]),
  }
}

/** The columns of `tickets` that cache the clocks. */
export function dueColumns(clocks: Clocks) {
  return {
    firstResponseDueAt: clocks.firstResponse.dueAt,
    nextReplyDueAt: clocks.nextReply.dueAt,
    resolveDueAt: clocks.resolution.dueAt,
    dueAt: clocks.dueAt,
  }
}

/** When this clock was breached, as far as `now` can tell. At the due time itself there is still no breach. */
export function breachOf(clock: Clock, now: Date): Date | null {
  return clock.breachedAt ?? (clock.dueAt !== null && clock.dueAt < now ? clock.dueAt : null)
}

function clockOf(run: Run | null, calendar: Calendar): Clock {
  const last = run?.spans.at(-1)
  if (run === null || last === undefined) return notStarted
  const end = endOfTarget(run, calendar)
  const state = standing(run) ?? 'met'
  return {
    state: run.targetMins === null ? 'none' : state,
    startedAt: run.spans[0]?.from ?? null,
    targetMins: run.targetMins,
    dueAt: state === 'running' ? (end?.at ?? null) : null,
    metAt: last.to,
    breachedAt: end?.past ? end.at : null,
    usedMs: usedMs(run, calendar),
    spans: run.spans,
  }
}

const notStarted: Clock = {
  state: 'none',
  startedAt: null,
  targetMins: null,
  dueAt: null,
  metAt: null,
  breachedAt: null,
  usedMs: 0,
  spans: [],
}

function solvedAt({ resolution }: Story): Date | null {
  return resolution && standing(resolution) === 'stopped' ? (resolution.spans.at(-1)?.from ?? null) : null
}

function nearest(moments: (Date | null)[]): Date | null {
  return moments.reduce(
    (first, next) => (first === null || (next !== null && next < first) ? next : first),
    null,
  )
}
