import { describe, expect, test } from 'vitest'
import { at, clocksAfter, type Told, urgent } from '#tests/support/ticket-day.ts'

describe('first response', () => {
  test('is owed from the opening on, and a note is none', () => {
    const { firstResponse, dueAt } = clocksAfter(['09:10', 'noted'])
    expect(firstResponse).toMatchObject({ state: 'running', targetMins: 60, dueAt: at('10:00') })
    expect(dueAt).toEqual(at('10:00'))
  })

  test('is met by the first reply of an agent, once', () => {
    const { firstResponse } = clocksAfter(['09:10', 'replied'], ['09:50', 'replied'])
    expect(firstResponse).toMatchObject({ state: 'met', metAt: at('09:10'), dueAt: null, usedMs: 600_000 })
  })

  test('is not met by an agent who asked for help themself', () => {
    const { firstResponse } = clocksAfter(['09:10', 'replied', { byRequester: true }])
    expect(firstResponse).toMatchObject({ state: 'running', dueAt: at('10:00') })
  })

  test('is not paused by pending', () => {
    const { firstResponse } = clocksAfter(['09:10', 'updated', { to: 'pending' }])
    expect(firstResponse).toMatchObject({ state: 'running', dueAt: at('10:00') })
  })

  test('is owed no longer when the ticket is solved, and goes on with the time used when it is opened again', () => {
    const solved: Told = ['09:10', 'updated', { to: 'solved' }]
    expect(clocksAfter(solved).firstResponse).toMatchObject({ state: 'stopped', dueAt: null, metAt: null })
    const again = clocksAfter(solved, ['12:00', 'wrote', { to: 'open', byRequester: true }]).firstResponse
    expect(again).toMatchObject({ state: 'running', dueAt: at('12:50') })
  })

  test('keeps the verdict of the target by which it was met', () => {
    const { firstResponse } = clocksAfter(['09:50', 'replied'], ['09:55', 'updated', { targets: urgent }])
    expect(firstResponse).toMatchObject({ state: 'met', targetMins: 60, breachedAt: null })
  })

  test('met in the same submit that sets a shorter target was met by the longer one', () => {
    const { firstResponse } = clocksAfter(['09:50', 'replied', { targets: urgent }])
    expect(firstResponse).toMatchObject({ state: 'met', targetMins: 60, breachedAt: null })
  })
})

describe('next reply', () => {
  const answered: Told = ['09:10', 'replied', { to: 'pending' }]
  const wrote = (time: string): Told => [time, 'wrote', { to: 'open', byRequester: true }]

  test('is not owed before the first response: that one is', () => {
    expect(clocksAfter(wrote('09:05')).nextReply.state).toBe('none')
  })

  test('is owed from the first message that stands unanswered, and a second one gives no more time', () => {
    const { nextReply } = clocksAfter(answered, wrote('10:00'), wrote('10:20'))
    expect(nextReply).toMatchObject({ state: 'running', startedAt: at('10:00'), dueAt: at('10:30') })
  })

  test('is met by a reply, and the next message starts it anew', () => {
    const day: Told[] = [answered, wrote('10:00'), ['10:20', 'replied']]
    expect(clocksAfter(...day).nextReply).toMatchObject({ state: 'met', metAt: at('10:20'), dueAt: null })
    expect(clocksAfter(...day, wrote('11:00')).nextReply).toMatchObject({
      state: 'running',
      dueAt: at('11:30'),
    })
  })

  test('is not met by a note, and not paused by pending', () => {
    const { nextReply } = clocksAfter(answered, wrote('10:00'), ['10:05', 'noted', { to: 'pending' }])
    expect(nextReply).toMatchObject({ state: 'running', dueAt: at('10:30') })
  })

  test('is owed to "not fixed" as to a message', () => {
    const { nextReply } = clocksAfter(
      ['09:10', 'replied', { to: 'solved' }],
      ['10:00', 'disputed', { to: 'open' }],
    )
    expect(nextReply).toMatchObject({ state: 'running', dueAt: at('10:30') })
  })

  test('a thank-you settled by solving is not held against the message that reopens the ticket', () => {
    const thanked: Told[] = [answered, wrote('10:00'), ['10:20', 'updated', { to: 'solved' }]]
    expect(clocksAfter(...thanked).nextReply).toMatchObject({ state: 'stopped', dueAt: null })
    expect(clocksAfter(...thanked, wrote('14:00')).nextReply).toMatchObject({
      startedAt: at('14:00'),
      dueAt: at('14:30'),
    })
  })

  test('an agent who takes "solved" back takes the stop back too', () => {
    const { nextReply } = clocksAfter(
      answered,
      wrote('10:00'),
      ['10:20', 'updated', { to: 'solved' }],
      ['11:00', 'updated', { to: 'open' }],
    )
    expect(nextReply).toMatchObject({ state: 'running', startedAt: at('10:00'), dueAt: at('11:10') })
  })
})
