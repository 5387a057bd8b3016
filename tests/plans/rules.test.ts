import { expect, test } from 'vitest'
import { planOf } from './plan.ts'
import { faultsOf } from './rules.ts'

const said = (plan: object, text = 'select 1') =>
  planOf(`duration: 1.5 ms  plan:\n${JSON.stringify({ 'Query Text': text, Plan: plan })}`)

const size = { rows: new Map([['tickets', 100_000]]), isForced: false }
const whole = { 'Node Type': 'Seq Scan', 'Relation Name': 'tickets' }
const counted = { 'Shared Hit Blocks': 2000, 'Shared Read Blocks': 501 }

test('A large table that is read from end to end is found at any depth of a plan', () => {
  const plan = said({ 'Node Type': 'Limit', Plans: [{ 'Node Type': 'Sort', Plans: [whole] }] })
  expect(plan.ms).toBe(1.5)
  expect(faultsOf(plan, size)).toEqual(['reads tickets from end to end'])
})

test('A small table may be read from end to end, and a growing one while it has few rows, unless that was made dear', () => {
  const teams = said({ 'Node Type': 'Seq Scan', 'Relation Name': 'teams' })
  const drafts = said({ 'Node Type': 'Seq Scan', 'Relation Name': 'drafts' })
  expect(faultsOf(teams, { ...size, isForced: true })).toEqual([])
  expect(faultsOf(drafts, size)).toEqual([])
  expect(faultsOf(drafts, { ...size, isForced: true })).toEqual(['reads drafts from end to end'])
})

test('A statement looks at so many pages and not at one more; a search at more', () => {
  const plan = { 'Node Type': 'Index Scan', ...counted }
  expect(faultsOf(said(plan), size)).toEqual(['looks at 2501 pages, and may look at 2500'])
  expect(faultsOf(said(plan, 'with asked as materialized ( select 1 )'), size)).toEqual([])
})
