import { expect, test } from 'vitest'
import { alwaysOpen } from '#src/sla/calendar.ts'
import { marksOwed } from '#src/sla/marks.ts'
import { at, normal, type Told, urgent } from '#tests/support/ticket-day.ts'

type Line = Told | [...Told, clock: 'first-response' | 'next-reply' | 'resolution']

/** A day that starts with a ticket at 09:00: a first reply is owed until 10:00, a solution until 13:00. */
function owedAt(time: string, ...day: Line[]) {
  const opened: Line = ['09:00', 'opened', { targets: normal, byRequester: true }]
  const events = [opened, ...day].map(([when, kind, telling = {}, clock = null], index) => ({
    seq: index + 1,
    at: at(when),
    kind,
    clock,
    byRequester: telling.byRequester ?? false,
    changes: telling.to === undefined ? [] : [{ field: 'status' as const, from: null, to: telling.to }],
    targets: telling.targets ?? null,
  }))
  return marksOwed(events, alwaysOpen, at(time))
}

const firstReply = 'first-response'

test('A clock is warned of from 15 minutes before its due time on, and not before', () => {
  expect(owedAt('09:44')).toEqual([])
  expect(owedAt('09:45')).toEqual([{ kind: 'warned', clock: firstReply }])
})

test('A warning is given once', () => {
  expect(owedAt('09:50', ['09:45', 'warned', {}, firstReply])).toEqual([])
})

test('At the due time itself nothing is late yet, and after it there is a breach and no warning', () => {
  expect(owedAt('10:00')).toEqual([{ kind: 'warned', clock: firstReply }])
  expect(owedAt('10:01')).toEqual([{ kind: 'breached', clock: firstReply }])
})

test('A breach is noted once, also when the target is moved afterwards', () => {
  const breached: Line = ['10:01', 'breached', {}, firstReply]
  expect(owedAt('10:02', breached)).toEqual([])
  const moved: Line = ['10:05', 'updated', { targets: { ...normal, firstResponseMins: 120 } }]
  expect(owedAt('11:30', breached, moved)).toEqual([])
})

test('A target that comes nearer can be late at once', () => {
  expect(owedAt('09:30', ['09:29', 'updated', { targets: urgent }])).toEqual([
    { kind: 'breached', clock: firstReply },
  ])
})

test('Each clock has marks of its own', () => {
  expect(owedAt('13:01')).toEqual([
    { kind: 'breached', clock: firstReply },
    { kind: 'breached', clock: 'resolution' },
  ])
  expect(owedAt('13:01', ['10:01', 'breached', {}, firstReply])).toEqual([
    { kind: 'breached', clock: 'resolution' },
  ])
})

test('Every new question of the customer can be late once more', () => {
  const replied: Line = ['09:10', 'replied']
  const asked: Line = ['09:20', 'wrote', { byRequester: true }]
  const late: Line = ['09:51', 'breached', {}, 'next-reply']
  expect(owedAt('09:51', replied, asked)).toEqual([{ kind: 'breached', clock: 'next-reply' }])
  expect(owedAt('10:20', replied, asked, late)).toEqual([])
  const again: Line[] = [
    ['10:20', 'replied'],
    ['10:21', 'wrote', { byRequester: true }],
  ]
  expect(owedAt('10:52', replied, asked, late, ...again)).toEqual([{ kind: 'breached', clock: 'next-reply' }])
})

test('What is answered, set aside or solved owes nothing', () => {
  expect(owedAt('12:00', ['09:10', 'replied', { to: 'pending' }])).toEqual([])
  expect(owedAt('23:00', ['09:10', 'updated', { to: 'solved' }])).toEqual([])
})
