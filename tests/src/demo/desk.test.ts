import { expect, test } from 'vitest'
import { makeDesk } from '#src/demo/desk.ts'
import { library, sequels } from '#src/demo/library.ts'
import { turnsOf } from '#src/demo/shape.ts'
import { openTicketForm } from '#src/tickets/forms.ts'

const now = new Date('2026-11-20T10:00:00Z')
const terms = { policyId: 'policy', firstResponseMins: 60, nextReplyMins: 60, resolveMins: 600 }
const targets = { low: terms, normal: terms, high: terms, urgent: terms }

test('The same seed at the same time makes the same desk, row for row', () => {
  expect(makeDesk({ seed: 'one', now, targets })).toEqual(makeDesk({ seed: 'one', now, targets }))
})

test('Another seed makes another desk with other ids and references', () => {
  const one = makeDesk({ seed: 'one', now, targets }).map(({ ticket }) => ticket)
  const other = makeDesk({ seed: 'other', now, targets }).map(({ ticket }) => ticket)
  expect(new Set([...one, ...other].map(({ id }) => id)).size).toBe(one.length + other.length)
  expect(new Set([...one, ...other].map(({ reference }) => reference)).size).toBe(one.length + other.length)
})

test('No two open tickets tell the same story', () => {
  const subjects = makeDesk({ seed: 'one', now, targets })
    .filter(({ ticket }) => ticket.status === 'open' && ticket.followUpOfId === null)
    .map(({ ticket }) => ticket.subject)
  expect(new Set(subjects).size).toBeGreaterThanOrEqual(subjects.length - 1)
})

test('What is written passes the forms of the desk, and nothing is left unsaid in it', () => {
  for (const { ticket, messages } of makeDesk({ seed: 'one', now, targets })) {
    const opening = { subject: ticket.subject, body: messages[0]?.body, priority: ticket.priority }
    expect(openTicketForm.safeParse(opening).success, ticket.subject).toBe(true)
    for (const { body } of messages) expect(body).not.toMatch(/undefined|NaN|\$\{|Invalid|^\s*$/)
  }
})

test('Every thread has a name of its own and begins with its requester', () => {
  const threads = [...library, ...sequels]
  expect(new Set(threads.map(({ key }) => key)).size).toBe(threads.length)
  for (const thread of threads) expect(turnsOf(thread)[0], thread.key).toHaveProperty('customer')
})
