import { alwaysOpen } from '#src/sla/calendar.ts'
import { type Clock, type ClockName, clocksFrom } from '#src/sla/clocks.ts'
import { enter, type Ledger } from './ledger.ts'

const warnMs = 15 * 60_000
const tickMs = 20_000

type Mark = { kind: 'warned' | 'breached'; clock: ClockName; at: Date }

/** Enters the warnings and breaches that the desk itself would have noted up to this moment, once each. */
export function markClocks(ledger: Ledger, until: Date): void {
  for (let mark = nextMark(ledger, until); mark; mark = nextMark(ledger, until))
    enter(ledger, { ...mark, actorId: null })
}

function nextMark(ledger: Ledger, until: Date): Mark | undefined {
  const { firstResponse, nextReply, resolution } = clocksFrom(ledger.events, alwaysOpen)
  const marks = [
    ...marksOf(ledger, 'first-response', firstResponse),
    ...marksOf(ledger, 'next-reply', nextReply),
    ...marksOf(ledger, 'resolution', resolution),
  ]
  return marks.filter(({ at }) => at <= until).sort((one, other) => one.at.getTime() - other.at.getTime())[0]
}

function marksOf({ ticket, events }: Ledger, name: ClockName, clock: Clock): Mark[] {
  const { dueAt, startedAt } = clock
  if (dueAt === null || startedAt === null) return []
  const since = events.filter(event => event.clock === name && event.at >= startedAt)
  const noted = (kind: Mark['kind']) => since.some(event => event.kind === kind)
  const noSooner = (ms: number) => new Date(Math.max(ms, ticket.updatedAt.getTime()) + tickMs)
  const warning = noSooner(dueAt.getTime() - warnMs)
  return [
    ...(noted('warned') || noted('breached') || warning >= dueAt ? [] : [mark('warned', name, warning)]),
    ...(noted('breached') ? [] : [mark('breached', name, noSooner(dueAt.getTime()))]),
  ]
}

function mark(kind: Mark['kind'], clock: ClockName, at: Date): Mark {
  return { kind, clock, at }
}
