import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alwaysOpen, workingMsBetween } from '#src/sla/calendar.ts'
import { breachOf, clocksFrom } from '#src/sla/clocks.ts'
import { endOfTarget, startRun, targetRun, turnRun } from '#src/sla/run.ts'
import { storyOf } from '#src/sla/story.ts'
import { allClocks, calendars, everyHistory, histories } from '#tests/support/histories.ts'

const minute = 60_000
test('spans touch from the start on, say their event, and only the last is open', () => {
  everyHistory((events, calendar) => {
    for (const { spans, startedAt } of allClocks(events, calendar)) {
      expect(spans[0]?.from).toEqual(spans.length ? startedAt : undefined)
      for (const [index, span] of spans.entries()) {
        expect(events.find(({ seq }) => seq === span.seq)?.at).toEqual(span.from)
        const next = spans[index + 1]
        if (next) expect([span.to, next.kind === span.kind]).toEqual([next.from, false])
      }
    }
  })
})

test('the running spans and what is left until the due time add up to the target, to the millisecond', () => {
  everyHistory((events, calendar) => {
    for (const { spans, dueAt, targetMins, usedMs } of allClocks(events, calendar)) {
      const running = spans.filter(({ kind }) => kind === 'running')
      const ended = running.map(({ from, to }) => (to ? workingMsBetween(calendar, from, to) : 0))
      expect(usedMs).toBe(ended.reduce((sum, ms) => sum + ms, 0))
      if (dueAt === null || targetMins === null) continue
      const upToDue = running.map(({ from, to }) =>
        workingMsBetween(calendar, from, to && to < dueAt ? to : dueAt),
      )
      expect(upToDue.reduce((sum, ms) => sum + ms, 0)).toBe(targetMins * minute)
    }
  })
})

test('what has happened is never told differently later: more events only go on from the spans there are', () => {
  fc.assert(
    fc.property(histories, calendars, fc.nat(), (events, calendar, where) => {
      const part = events.slice(0, 1 + (where % events.length))
      const [now, later] = [clocksFrom(part, calendar), clocksFrom(events, calendar)]
      for (const name of ['firstResponse', 'resolution'] as const) {
        expect(later[name].usedMs).toBeGreaterThanOrEqual(now[name].usedMs)
        for (const [index, span] of now[name].spans.entries())
          expect(later[name].spans[index]).toEqual(
            span.to ? span : { ...span, to: later[name].spans[index]?.to },
          )
      }
    }),
    { numRuns: 3000 },
  )
})

test('a story told up to any event and then continued is the story told at once', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (events, where) => {
      const cut = where % events.length
      expect(storyOf(events.slice(cut), storyOf(events.slice(0, cut)))).toEqual(storyOf(events))
    }),
    { numRuns: 3000 },
  )
})

test('an event stamped before the one it follows makes no span of negative length', () => {
  fc.assert(
    fc.property(histories, calendars, fc.integer({ min: 1, max: 5 * minute }), (events, calendar, early) => {
      const shaken = events.map(event => ({
        ...event,
        at: new Date(event.at.getTime() - (event.seq % 3 === 2 ? early : 0)),
      }))
      for (const { spans } of allClocks(shaken, calendar))
        for (const { from, to } of spans) expect(to === null || to >= from).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a breach is there to stay: as time goes on it never moves and never goes away', () => {
  everyHistory((events, calendar) => {
    const end = events.at(-1)?.at.getTime() ?? 0
    for (const clock of allClocks(events, calendar)) {
      const verdicts = [0, minute, 600 * minute, 9000 * minute].map(ms => breachOf(clock, new Date(end + ms)))
      const first = verdicts.findIndex(verdict => verdict !== null)
      if (first >= 0) expect(new Set(verdicts.slice(first).map(verdict => verdict?.getTime())).size).toBe(1)
    }
  })
})

test('a target has no end while its run stands still with time left', () => {
  const start = new Date('2026-11-23T09:00:00Z')
  const run = targetRun(startRun('running', { at: start, seq: 1 }), 60)
  const paused = turnRun(run, 'paused', { at: new Date('2026-11-23T09:30:00Z'), seq: 2 })
  expect(endOfTarget(run, alwaysOpen)).toEqual({ at: new Date('2026-11-23T10:00:00Z'), past: false })
  expect(endOfTarget(paused, alwaysOpen)).toBeNull()
})
