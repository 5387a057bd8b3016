import { alwaysOpen } from '#src/sla/calendar.ts'
import { type ClockEvent, clocksFrom } from '#src/sla/clocks.ts'

export const normal = { policyId: 'normal', firstResponseMins: 60, nextReplyMins: 30, resolveMins: 240 }
export const urgent = { policyId: 'urgent', firstResponseMins: 20, nextReplyMins: 10, resolveMins: 120 }

type Telling = { to?: string; targets?: ClockEvent['targets']; byRequester?: boolean }
/** One line of a ticket's day: when, what, and what came with it. */
export type Told = [time: string, kind: ClockEvent['kind'], telling?: Telling]

/** A time of that day. */
export const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)

/** The clocks after a day that starts with a ticket at 09:00 and normal targets. */
export function clocksAfter(...day: Told[]) {
  const opened: Told = ['09:00', 'opened', { targets: normal, byRequester: true }]
  const events = [opened, ...day].map(
    ([time, kind, { to, targets = null, byRequester = false } = {}], index) => ({
      seq: index + 1,
      at: at(time),
      kind,
      byRequester,
      changes: to === undefined ? [] : [{ field: 'status' as const, from: null, to }],
      targets,
    }),
  )
  return clocksFrom(events, alwaysOpen)
}
