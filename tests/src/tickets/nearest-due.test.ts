import { expect, test } from 'vitest'
import { nearestDue } from '#src/tickets/nearest-due.ts'

const now = new Date('2026-03-02T12:00:00Z')
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const nothing = { firstResponseDueAt: null, nextReplyDueAt: null, resolveDueAt: null }

test('What is due first is told, whichever clock it is', () => {
  const clocks = { firstResponseDueAt: at(90), nextReplyDueAt: at(25), resolveDueAt: at(500) }
  expect(nearestDue(clocks, now)).toEqual({
    at: at(25),
    clock: 'next-reply',
    words: 'Next reply due in 25 minutes',
    late: false,
  })
  expect(nearestDue({ ...clocks, firstResponseDueAt: at(-130) }, now)).toEqual({
    at: at(-130),
    clock: 'first-response',
    words: 'First reply 2 hours late',
    late: true,
  })
})

test('What is due at this very moment is not late yet', () => {
  expect(nearestDue({ ...nothing, resolveDueAt: now }, now)?.late).toBe(false)
})

test('Where nothing is owed there is nothing to tell', () => {
  expect(nearestDue(nothing, now)).toBeNull()
})
