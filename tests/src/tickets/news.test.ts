import { expect, test } from 'vitest'
import type { FieldChange } from '#src/lib/db/tables/ticket-history.ts'
import { newsOf } from '#src/tickets/news.ts'

type Event = Parameters<typeof newsOf>[0]

const nobody = { assigneeId: null, team: null }
const event = (more: Partial<Event>): Event => ({
  ...{ kind: 'updated', byRequester: false, changes: [], clock: null },
  ...more,
})
const change = (field: FieldChange['field'], from: string | null, to: string | null) => ({ field, from, to })
const told = (more: Partial<Event>, seat: Parameters<typeof newsOf>[1] = nobody) =>
  newsOf(event(more), seat).map(({ topic, to, id }) =>
    [topic, to, ...(id === undefined ? [] : [id])].join(' '),
  )

const standing: [string, string, boolean][] = [
  ['open', 'solved', true],
  ['pending', 'solved', true],
  ['solved', 'closed', true],
  ['solved', 'open', true],
  ['solved', 'pending', true],
  ['open', 'pending', false],
  ['pending', 'open', false],
]

test.each(standing)(
  'A requester is told that a ticket went from %s to %s by the desk: %s',
  (from, to, is) => {
    const changes = [change('status', from, to)]
    expect(told({ changes })).toEqual(is ? ['changes requester'] : [])
    expect(told({ changes, byRequester: true, kind: 'confirmed' })).toEqual([])
  },
)

test('What an answer has told is told again to those alone who want no answers', () => {
  const changes = [change('status', 'open', 'solved')]
  expect(newsOf(event({ kind: 'replied', changes }), nobody)).toMatchObject([{ besideAnswer: true }])
  expect(newsOf(event({ kind: 'noted', changes }), nobody)).toMatchObject([{ besideAnswer: false }])
})

test('A requester is told of nothing else that the desk does, whatever it is', () => {
  for (const kind of ['noted', 'replied', 'updated', 'warned', 'breached', 'opened'] as const)
    for (const seat of [nobody, { assigneeId: 'mira', team: 'bookings' }])
      expect(told({ kind, changes: [change('priority', 'low', 'high')] }, seat).join()).not.toContain(
        'requester',
      )
})

test('Whoever is given a ticket is told that, and of nothing else in the same submit', () => {
  const seat = { assigneeId: 'jonas', team: 'parcels' }
  const changes = [change('assignee', 'mira', 'jonas'), change('team', 'bookings', 'parcels')]
  for (const kind of ['updated', 'replied', 'noted'] as const)
    expect(told({ kind, changes }, seat)).toEqual(['assigned agent jonas'])
})

test('Whoever has a ticket is told who wrote, and that its times run out', () => {
  const seat = { assigneeId: 'mira', team: 'bookings' }
  for (const kind of ['wrote', 'replied', 'noted', 'confirmed', 'disputed'] as const)
    expect(told({ kind }, seat)).toEqual(['replies agent mira'])
  for (const kind of ['warned', 'breached'] as const) {
    expect(told({ kind, clock: 'resolution' }, seat)).toEqual(['times agent mira'])
    expect(told({ kind, clock: 'resolution' }, { assigneeId: null, team: 'bookings' })).toEqual([])
  }
  expect(told({ changes: [change('priority', 'low', 'high')] }, seat)).toEqual([])
})

test('A team is told of a ticket that comes to it or back to it, while nobody has it', () => {
  const team = { assigneeId: null, team: 'bookings' }
  expect(told({ kind: 'opened' }, team)).toEqual(['team team bookings'])
  expect(told({ changes: [change('team', null, 'bookings')] }, team)).toEqual(['team team bookings'])
  expect(told({ changes: [change('assignee', 'mira', null)] }, team)).toEqual(['team team bookings'])
  expect(told({ kind: 'wrote' }, team)).toEqual([])
  expect(told({ changes: [change('team', 'bookings', null)] })).toEqual([])
  expect(told({ kind: 'opened' })).toEqual([])
})
