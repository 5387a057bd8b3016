import { expect, test } from 'vitest'
import { filterQuery, queueFilters } from '#src/tickets/filters.ts'

const nothing = queueFilters.parse({})

test('The filters that a form sends are read, and blank ones are absent', () => {
  const id = crypto.randomUUID()
  const sent = { status: 'open', priority: '', team: 'access', assignee: id, q: '  ferry ' }
  expect(queueFilters.parse(sent)).toEqual({ status: 'open', team: 'access', assignee: id, q: 'ferry' })
})

test('Whatever is not understood filters nothing and never fails', () => {
  for (const odd of ['x', ['open', 'open'], 5, null, {}, 'x'.repeat(5000), '__proto__'])
    expect(queueFilters.parse({ status: odd, priority: odd, assignee: odd })).toEqual(nothing)
  expect(queueFilters.parse({ q: 'x'.repeat(201), team: ['a'], unknown: 'x' })).toEqual(nothing)
})

test('No filter lets a character through that the database cannot take', () => {
  const text = JSON.stringify(queueFilters.parse({ q: 'a\u0000b', team: 'a\u0000b' }))
  expect(text).not.toContain('\\u0000')
})

test('Filters become the query of an address and are read from it again', () => {
  const filters = queueFilters.parse({ status: 'open', team: 'none', q: 'a&b=c #ü' })
  const query = filterQuery(filters, 'next')
  const read = Object.fromEntries(new URLSearchParams(query))
  expect(read.after).toBe('next')
  expect(queueFilters.parse(read)).toEqual(filters)
  expect(filterQuery(nothing)).toBe('')
})
