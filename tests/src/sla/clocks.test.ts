import { describe, expect, test } from 'vitest'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { breachOf, type Clock, type ClockEvent, clocksFrom, dueColumns } from '#src/sla/clocks.ts'
import { at, clocksAfter, normal, type Told, urgent } from '#tests/support/ticket-day.ts'

const timeOf = (moment: Date | null) => moment?.toISOString().slice(11, 16) ?? null
const spansOf = (clock: Clock) => clock.spans.map(({ kind, from, to }) => [kind, timeOf(from), timeOf(to)])

describe('resolution', () => {
  const pended: Told = ['10:00', 'replied', { to: 'pending' }]
  const wrote: Told = ['12:00', 'wrote', { to: 'open', byRequester: true }]

  test('stands still while pending, without a due time', () => {
    const { resolution, dueAt } = clocksAfter(pended)
    expect(resolution).toMatchObject({ state: 'paused', dueAt: null, usedMs: 3_600_000 })
    expect(dueAt).toBeNull()
  })

  test('goes on with the time used, and every span says when and by which event it began', () => {
    const { resolution } = clocksAfter(pended, wrote)
    expect(resolution).toMatchObject({ state: 'running', startedAt: at('09:00'), dueAt: at('15:00') })
    expect(spansOf(resolution)).toEqual([
      ['running', '09:00', '10:00'],
      ['paused', '10:00', '12:00'],
      ['running', '12:00', null],
    ])
    expect(resolution.spans.map(span => span.seq)).toEqual([1, 2, 3])
  })

  test('stops when solved, closing changes nothing, and reopening goes on with the time used', () => {
    const solved: Told = ['10:00', 'replied', { to: 'solved' }]
    const stopped = clocksAfter(solved, ['11:00', 'confirmed', { to: 'closed' }]).resolution
    expect(stopped).toMatchObject({ state: 'stopped', metAt: at('10:00'), dueAt: null })
    expect(clocksAfter(solved, wrote).resolution).toMatchObject({
      state: 'running',
      metAt: null,
      dueAt: at('15:00'),
    })
  })

  test('solved in time stays in time under a shorter target, which counts again once the ticket is reopened', () => {
    const day: Told[] = [
      ['11:30', 'replied', { to: 'solved' }],
      ['11:40', 'updated', { targets: urgent }],
    ]
    expect(clocksAfter(...day).resolution).toMatchObject({ targetMins: 240, breachedAt: null })
    expect(clocksAfter(...day, wrote).resolution).toMatchObject({ targetMins: 120, breachedAt: at('11:00') })
  })

  test('takes new targets from the same start, less the time it was paused', () => {
    const { resolution } = clocksAfter(pended, wrote, ['12:10', 'updated', { targets: urgent }])
    expect(resolution).toMatchObject({ targetMins: 120, dueAt: at('13:00') })
  })

  test('a target that was used up before a pause was missed then, not when the ticket goes on', () => {
    const { resolution } = clocksAfter(pended, wrote, [
      '13:10',
      'updated',
      { targets: { ...urgent, resolveMins: 30 } },
    ])
    expect(resolution).toMatchObject({ dueAt: at('09:30'), breachedAt: at('09:30') })
  })
})

test('a solved ticket owes nothing, also where nobody ever answered', () => {
  const nothing = { firstResponseDueAt: null, nextReplyDueAt: null, resolveDueAt: null, dueAt: null }
  expect(dueColumns(clocksAfter(['09:05', 'confirmed', { to: 'solved' }]))).toEqual(nothing)
})

test('the nearest time that is owed stands for the whole ticket', () => {
  const { dueAt } = clocksAfter(['09:10', 'replied'], ['12:50', 'wrote', { byRequester: true }])
  expect(dueAt).toEqual(at('13:00'))
})

test('the due time itself is still in time; a millisecond later is a breach, and stays one after the answer', () => {
  const { firstResponse } = clocksAfter()
  expect(breachOf(firstResponse, at('10:00'))).toBeNull()
  expect(breachOf(firstResponse, new Date(at('10:00').getTime() + 1))).toEqual(at('10:00'))
  expect(clocksAfter(['10:00', 'replied']).firstResponse.breachedAt).toBeNull()
  expect(breachOf(clocksAfter(['10:01', 'replied']).firstResponse, at('11:00'))).toEqual(at('10:00'))
})

test('a ticket without targets owes nothing until it gets some, and then counts from its opening', () => {
  const bare: ClockEvent = {
    ...{ seq: 1, at: at('09:00'), kind: 'opened', byRequester: true, changes: [], targets: null },
  }
  const aimed: ClockEvent = { ...bare, seq: 2, at: at('09:30'), kind: 'updated', targets: normal }
  expect(clocksFrom([bare], alwaysOpen)).toMatchObject({ dueAt: null, firstResponse: { state: 'none' } })
  expect(clocksFrom([bare, aimed], alwaysOpen).firstResponse.dueAt).toEqual(at('10:00'))
})
