import { expect, test } from 'vitest'
import { ada, elif, mira, oskar, tom } from '#src/demo/cast.ts'
import { mayAnswerAsRequester, mayOpenForCustomer, mayWork } from '#src/tickets/policy.ts'

const elifs = { requesterId: elif.userId }
const oskars = { requesterId: oskar.userId }

test('Only the requester answers as the requester, whatever else somebody is', () => {
  expect([elif, tom, mira, ada].map(actor => mayAnswerAsRequester(actor, elifs))).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(mayAnswerAsRequester(oskar, oskars)).toBe(true)
})

test('Agents work on every ticket but their own, and customers on none', () => {
  expect([elif, tom, mira, oskar, ada].map(actor => mayWork(actor, elifs))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
  expect(mayWork(oskar, oskars)).toBe(false)
})

test('Only agents open tickets for somebody else', () => {
  expect([elif, mira, ada].map(mayOpenForCustomer)).toEqual([false, true, true])
})
