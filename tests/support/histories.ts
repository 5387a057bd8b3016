import fc from 'fast-check'
import type { FieldChange, SlaTargets } from '#src/lib/db/tables/ticket-history.ts'
import { alwaysOpen, type Calendar } from '#src/sla/calendar.ts'
import { type Clock, type ClockEvent, clocksFrom } from '#src/sla/clocks.ts'
import { type Act, priorities, type Status, statuses, transition } from '#src/tickets/status.ts'
import { officeHours } from './office-hours.ts'

const minute = 60_000
const monday = Date.UTC(2026, 10, 23, 9, 40)

/** One thing that somebody tries. What the state table refuses leaves no event, as in life. */
type Attempt = {
  kind: 'wrote' | 'confirmed' | 'disputed' | 'replied' | 'noted' | 'updated' | 'closed' | 'warned'
  to: Status
  byRequester: boolean
  targets: SlaTargets | null
  gap: number
}

const targets: fc.Arbitrary<SlaTargets> = fc.record({
  policyId: fc.uuid(),
  firstResponseMins: fc.integer({ min: 1, max: 3000 }),
  nextReplyMins: fc.integer({ min: 1, max: 3000 }),
  resolveMins: fc.integer({ min: 1, max: 9000 }),
})

/** Waits from nothing at all to four days, with milliseconds, and often whole minutes, where borders meet. */
const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 90 }).map(minutes => minutes * minute),
  fc.integer({ min: 1, max: 4 * 24 * 60 * minute }),
)

const attempt: fc.Arbitrary<Attempt> = fc.record({
  kind: fc.constantFrom<Attempt['kind'][]>(
    ...(['wrote', 'wrote', 'replied', 'replied', 'replied', 'updated', 'updated'] as const),
    ...(['noted', 'confirmed', 'disputed', 'closed', 'warned'] as const),
  ),
  to: fc.constantFrom(...statuses),
  byRequester: fc.integer({ min: 0, max: 9 }).map(tenth => tenth === 0),
  targets: fc.option(targets, { freq: 3 }),
  gap,
})

/** A legal history of a ticket, in the order of `seq`: `opened` first, with its targets. */
export const histories: fc.Arbitrary<ClockEvent[]> = fc
  .tuple(targets, fc.array(attempt, { maxLength: 16, size: 'max' }))
  .map(([first, attempts]) => written(first, attempts))

export const calendars = fc.constantFrom(alwaysOpen, officeHours)

/** Holds a rule against thousands of histories, round the clock and in office hours. */
export function everyHistory(rule: (events: ClockEvent[], calendar: Calendar) => void) {
  fc.assert(fc.property(histories, calendars, rule), { numRuns: 3000 })
}

/** First response, next reply and resolution, in this order. */
export function allClocks(events: ClockEvent[], calendar: Calendar): Clock[] {
  const { firstResponse, nextReply, resolution } = clocksFrom(events, calendar)
  return [firstResponse, nextReply, resolution]
}

function written(first: SlaTargets, attempts: Attempt[]): ClockEvent[] {
  const events: ClockEvent[] = [
    { seq: 1, at: new Date(monday), kind: 'opened', byRequester: true, changes: [], targets: first },
  ]
  let status: Status = 'open'
  let at = monday
  for (const tried of attempts) {
    at += tried.gap
    const next = outcome(status, tried)
    if (next === undefined) continue
    const event = { seq: events.length + 1, at: new Date(at), kind: tried.kind }
    events.push({ ...event, byRequester: speaksAsRequester(tried), ...changesOf(status, next, tried) })
    status = next
  }
  return events
}

const ownActs: Partial<Record<Attempt['kind'], Act>> = {
  wrote: 'customer-writes',
  confirmed: 'customer-confirms',
  disputed: 'customer-disputes',
  closed: 'time-closes',
  warned: 'automatic-mail',
}

const chosenActs: Partial<Record<Status, Act>> = {
  open: 'agent-opens',
  pending: 'agent-sets-pending',
  solved: 'agent-solves',
}

function outcome(status: Status, { kind, to }: Attempt): Status | undefined {
  const own = ownActs[kind]
  if (own) return transition(status, own).next
  if (kind === 'replied' && transition(status, 'agent-replies').refused !== undefined) return undefined
  const chosen = chosenActs[to]
  return chosen === undefined || to === status ? status : transition(status, chosen).next
}

function speaksAsRequester({ kind, byRequester }: Attempt): boolean {
  return (
    kind === 'wrote' || kind === 'confirmed' || kind === 'disputed' || (kind === 'replied' && byRequester)
  )
}

function changesOf(from: Status, to: Status, tried: Attempt): Pick<ClockEvent, 'changes' | 'targets'> {
  const changes: FieldChange[] = from === to ? [] : [{ field: 'status', from, to }]
  const byAgent = tried.kind === 'replied' || tried.kind === 'noted' || tried.kind === 'updated'
  if (!byAgent || tried.targets === null || to === 'closed') return { changes, targets: null }
  const priority = priorities[tried.targets.firstResponseMins % 4] ?? 'normal'
  return { changes: [...changes, { field: 'priority', from: null, to: priority }], targets: tried.targets }
}
