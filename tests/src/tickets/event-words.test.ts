import { expect, test } from 'vitest'
import { eventKinds } from '#src/lib/db/tables/ticket-history.ts'
import { changeWords, eventWords } from '#src/tickets/event-words.ts'

const names = new Map([
  ['agent-1', 'Mira Castellanos'],
  ['access', 'Accessible travel'],
])

test('Every kind of event is told as one whole sentence', () => {
  const told = eventKinds.map(kind => eventWords({ kind, byRequester: false, clock: null }, 'Elif Brandt'))
  for (const sentence of told) expect(sentence).toMatch(/^[A-Z“].*\.$/)
  expect(new Set(told).size).toBe(eventKinds.length)
})

test('A ticket that was opened says for whom', () => {
  const opened = { kind: 'opened', clock: null } as const
  expect(eventWords({ ...opened, byRequester: true }, 'Elif')).toBe('Elif opened the ticket.')
  expect(eventWords({ ...opened, byRequester: false }, 'Mira')).toBe(
    'Mira opened the ticket for the requester.',
  )
})

test('What nobody did, the desk did; a clock says which one it is', () => {
  expect(eventWords({ kind: 'updated', byRequester: false, clock: null }, null)).toBe(
    'The desk changed the ticket.',
  )
  expect(eventWords({ kind: 'breached', byRequester: false, clock: 'first-response' }, null)).toBe(
    'The time for the first reply has passed.',
  )
  expect(eventWords({ kind: 'warned', byRequester: false, clock: 'resolution' }, null)).toBe(
    'The time for the solution is nearly up.',
  )
})

test.each([
  ['status', 'solved', 'The status is now “Solved”.'],
  ['priority', 'high', 'The priority is now “High”.'],
  ['assignee', 'agent-1', 'The ticket went to Mira Castellanos.'],
  ['assignee', null, 'Nobody has the ticket now.'],
  ['assignee', 'agent-9', 'The ticket went to somebody who is no longer here.'],
  ['team', 'access', 'The team is now “Accessible travel”.'],
  ['team', null, 'The ticket is in no team now.'],
] as const)('A change of %s to %s reads: %s…', (field, to, words) => {
  expect(changeWords({ field, from: null, to }, names)).toBe(words)
})

test('A team that is called like a status is still called by its name', () => {
  const odd = new Map([['open', 'Open house']])
  expect(changeWords({ field: 'team', from: null, to: 'open' }, odd)).toBe('The team is now “Open house”.')
})

test('A team that nobody knows any more is not called a person', () => {
  expect(changeWords({ field: 'team', from: null, to: 'gone' }, names)).not.toContain('somebody')
})
