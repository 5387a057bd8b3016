import { describe, expect, test } from 'vitest'
import {
  type Act,
  type Outcome,
  priorities,
  priorityWords,
  statuses,
  statusWords,
  transition,
} from '#src/tickets/status.ts'

/** One word for an outcome: the next status, "+" if that reopens, "refused", "follow-up". */
function told(outcome: Outcome): string {
  if (outcome.refused !== undefined) return outcome.followUp ? 'follow-up' : 'refused'
  return outcome.reopened ? `${outcome.next}+` : outcome.next
}

const rules: [rule: string, act: Act, open: string, pending: string, solved: string, closed: string][] = [
  ['a message of the customer opens a ticket', 'customer-writes', 'open', 'open', 'open+', 'follow-up'],
  [
    '"this is fixed" solves, and closes what is solved',
    'customer-confirms',
    'solved',
    'solved',
    'closed',
    'refused',
  ],
  ['"not fixed" opens what waits or is solved', 'customer-disputes', 'refused', 'open', 'open+', 'follow-up'],
  [
    'a reply moves nothing, and a closed ticket takes none',
    'agent-replies',
    'open',
    'pending',
    'solved',
    'follow-up',
  ],
  [
    'a note moves nothing, and a closed ticket takes it too',
    'agent-notes',
    'open',
    'pending',
    'solved',
    'closed',
  ],
  ['an agent who opens a solved ticket reopens it', 'agent-opens', 'open', 'open', 'open+', 'follow-up'],
  [
    'an agent who waits on a solved ticket reopens it',
    'agent-sets-pending',
    'pending',
    'pending',
    'pending+',
    'follow-up',
  ],
  ['an agent solves what is not solved yet', 'agent-solves', 'solved', 'solved', 'refused', 'follow-up'],
  ['time closes solved tickets and no others', 'time-closes', 'refused', 'refused', 'closed', 'refused'],
  ['automatic mail changes nothing', 'automatic-mail', 'open', 'pending', 'solved', 'closed'],
]

test.each(rules)('%s', (_rule, act, ...expected) => {
  expect(statuses.map(status => told(transition(status, act)))).toEqual(expected)
})

describe('for every act on every status', () => {
  const outcomes = rules.flatMap(([, act]) =>
    statuses.map(status => ({ status, act, ...transition(status, act) })),
  )

  test('a closed ticket stays closed', () => {
    for (const outcome of outcomes)
      if (outcome.status === 'closed') expect(outcome.next ?? 'closed').toBe('closed')
  })

  test('a ticket counts as reopened exactly when it was solved and is worked on again', () => {
    for (const { status, next, reopened = false } of outcomes)
      expect(reopened).toBe(status === 'solved' && (next === 'open' || next === 'pending'))
  })

  test('a refusal is a whole sentence for a person', () => {
    for (const { refused } of outcomes) if (refused !== undefined) expect(refused).toMatch(/^[A-Z].+ .+\.$/)
  })
})

test('every status and priority has a name and says in whole sentences what it means', () => {
  for (const status of statuses) {
    const { name, forCustomer, forAgent } = statusWords[status]
    expect(name.toLowerCase()).toBe(status)
    for (const sentence of [forCustomer, forAgent]) expect(sentence).toMatch(/^[A-Z].+ .+\.$/)
  }
  for (const priority of priorities) {
    expect(priorityWords[priority].name.toLowerCase()).toBe(priority)
    expect(priorityWords[priority].meaning).toMatch(/^[A-Z].+ .+\.$/)
  }
})
