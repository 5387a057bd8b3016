import { addWorkingMs, type Calendar, workingMsBetween } from './calendar.ts'

/**
 * A stretch of a clock's life, with the number of the event that began it. Spans touch: each starts where the one
 * before it ended, and only the last may be without an end.
 */
export type Span = { kind: 'running' | 'paused' | 'stopped'; from: Date; to: Date | null; seq: number }

/** One clock from its start on: what it did, and the target that it runs by. An ended last span means "met". */
export type Run = { spans: readonly Span[]; targetMins: number | null }

type Cause = { at: Date; seq: number }

export function startRun(kind: Span['kind'], { at, seq }: Cause): Run {
  return { spans: [{ kind, from: at, to: null, seq }], targetMins: null }
}

/** The run goes on in another way from this event on. A run that is met, or goes that way already, is left alone. */
export function turnRun(run: Run, kind: Span['kind'], { at, seq }: Cause): Run {
  if (isMet(run) || standing(run) === kind) return run
  return { ...run, spans: [...endedSpans(run, at), { kind, from: at, to: null, seq }] }
}

/** What the clock asked for has been done. The first time counts: a span that has ended keeps its end. */
export function meetRun(run: Run, { at }: Cause): Run {
  return { ...run, spans: endedSpans(run, at) }
}

/**
 * A new target counts from the same start, but only while something is owed: what was met or solved in time under
 * one target is not late under the next.
 */
export function targetRun(run: Run, targetMins: number | null): Run {
  return isMet(run) || standing(run) === 'stopped' ? run : { ...run, targetMins }
}

/** The working milliseconds of the running spans that have ended. */
export function usedMs(run: Run, calendar: Calendar): number {
  return run.spans.reduce((sum, span) => sum + endedMs(span, calendar), 0)
}

/**
 * The moment at which the target is used up, and whether that lies in a span that has ended. Null while the run
 * stands still with time left, and without a target. A target that is used up exactly as a span ends is kept.
 */
export function endOfTarget(run: Run, calendar: Calendar): { at: Date; past: boolean } | null {
  if (run.targetMins === null) return null
  let left = run.targetMins * 60_000
  for (const span of run.spans) {
    if (span.kind !== 'running') continue
    const past = span.to !== null
    const length = endedMs(span, calendar)
    if (!past || left < length) return { at: addWorkingMs(calendar, span.from, left), past }
    left -= length
  }
  return null
}

/** What the run does now: the way of its open span, or null once it is met. */
export function standing(run: Run): Span['kind'] | null {
  const last = run.spans.at(-1)
  return last?.to === null ? last.kind : null
}

export function isMet(run: Run): boolean {
  return standing(run) === null
}

function endedSpans(run: Run, at: Date): Span[] {
  return run.spans.map(span => (span.to === null ? { ...span, to: at } : span))
}

function endedMs(span: Span, calendar: Calendar): number {
  return span.kind === 'running' && span.to !== null ? workingMsBetween(calendar, span.from, span.to) : 0
}
