import { expect, test } from 'vitest'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { type ClockEvent, clocksFrom, dueColumns } from '#src/sla/clocks.ts'
import { allClocks, everyHistory } from '#tests/support/histories.ts'

const minute = 60_000
const statusAt = (events: ClockEvent[]) =>
  events.flatMap(({ changes }) => changes).findLast(({ field }) => field === 'status')?.to ?? 'open'
const isAnswer = ({ kind, byRequester }: ClockEvent) => kind === 'replied' && !byRequester
const isQuestion = ({ kind, byRequester }: ClockEvent) =>
  kind === 'wrote' || kind === 'disputed' || (kind === 'replied' && byRequester)
const neverSolved = (events: ClockEvent[]) =>
  events.every(({ changes }) => changes.every(({ to }) => to !== 'solved' && to !== 'closed'))

/** The moment at which a target of open time is used up, told from the statuses alone; null if it never is. */
function dueByStatuses(events: ClockEvent[], targetMs: number): Date | null {
  let used = 0
  for (const [index, event] of events.entries()) {
    if (statusAt(events.slice(0, index + 1)) !== 'open') continue
    const next = events[index + 1]
    const length = next ? next.at.getTime() - event.at.getTime() : Infinity
    if (used + length > targetMs || (!next && used + length >= targetMs))
      return new Date(event.at.getTime() + targetMs - used)
    used += length
  }
  return null
}

test('a resolution is due where the open time alone, counted from the statuses, uses its target up', () => {
  everyHistory(events => {
    const { resolution } = clocksFrom(events, alwaysOpen)
    if (resolution.state !== 'running' || resolution.targetMins === null) return
    expect(resolution.dueAt).toEqual(dueByStatuses(events, resolution.targetMins * minute))
  })
})

test('a first response is met by the first answer of an agent and by nothing after it', () => {
  everyHistory((events, calendar) => {
    const { firstResponse } = clocksFrom(events, calendar)
    expect(firstResponse.metAt).toEqual(events.find(isAnswer)?.at ?? null)
    expect(firstResponse.state === 'met').toBe(events.some(isAnswer))
  })
})

test('on a ticket that was never solved, an answer is owed at a target after the question, whatever happened', () => {
  everyHistory(events => {
    if (!neverSolved(events)) return
    const { firstResponse, nextReply } = clocksFrom(events, alwaysOpen)
    const targets = events.findLast(event => event.targets !== null)?.targets
    const lastAnswer = events.findLastIndex(isAnswer)
    const asked = lastAnswer < 0 ? events[0] : events.slice(lastAnswer).find(isQuestion)
    const mins = lastAnswer < 0 ? targets?.firstResponseMins : targets?.nextReplyMins
    const due = asked && mins !== undefined ? new Date(asked.at.getTime() + mins * minute) : null
    expect(lastAnswer < 0 ? firstResponse.dueAt : nextReply.dueAt).toEqual(due)
    expect(lastAnswer < 0 ? nextReply.dueAt : firstResponse.dueAt).toBeNull()
  })
})

test('a solved or closed ticket owes nothing, and any other owes what it is due for', () => {
  everyHistory((events, calendar) => {
    const clocks = allClocks(events, calendar)
    const settled = ['solved', 'closed'].includes(statusAt(events))
    for (const { state, dueAt } of clocks) expect(dueAt !== null).toBe(state === 'running')
    if (settled) expect(clocks.map(({ dueAt }) => dueAt)).toEqual([null, null, null])
    else expect(clocks[2]?.state).toBe(statusAt(events) === 'pending' ? 'paused' : 'running')
  })
})

test('the due time of the ticket is the nearest of those that are owed', () => {
  everyHistory((events, calendar) => {
    const owed = allClocks(events, calendar).flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []))
    expect(clocksFrom(events, calendar).dueAt).toEqual(owed.length ? new Date(Math.min(...owed)) : null)
  })
})

test('new targets count from the same start: what is owed is due as if they had held from the opening on', () => {
  everyHistory((events, calendar) => {
    const last = events.findLast(({ targets }) => targets !== null)?.targets ?? null
    const fromTheStart = events.map(event => ({ ...event, targets: event.kind === 'opened' ? last : null }))
    expect(dueColumns(clocksFrom(events, calendar))).toEqual(dueColumns(clocksFrom(fromTheStart, calendar)))
  })
})

test('notes and warnings that change no field move no clock', () => {
  everyHistory((events, calendar) => {
    const silent = ({ kind, changes, targets }: ClockEvent) =>
      (kind === 'noted' || kind === 'warned') && changes.length === 0 && targets === null
    expect(clocksFrom(events, calendar)).toEqual(
      clocksFrom(
        events.filter(event => !silent(event)),
        calendar,
      ),
    )
  })
})
