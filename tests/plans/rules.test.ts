import { expect, test } from 'vitest'
import { planOf } from './plan.ts'
import { faultsOf } from './rules.ts'

const said = (plan: object, text = 'select 1') =>
  planOf(`duration: 1.5 ms  plan:\n${JSON.stringify({ 'Query Text': text, Plan: plan })}`)

const whole = {
  'Node Type': 'Seq Scan',
  'Relation Name': 'tickets',
  'Actual Rows': 1,
  'Rows Removed by Filter': 2500,
}
const counted = { 'Node Type': 'Index Scan', 'Shared Hit Blocks': 10_000, 'Shared Read Blocks': 1 }

test('A large table that is read without an index is found at any depth of a plan', () => {
  const plan = said({ 'Node Type': 'Limit', Plans: [{ 'Node Type': 'Sort', Plans: [whole] }] })
  expect(plan.ms).toBe(1.5)
  expect(faultsOf(plan, false)).toEqual(['reads tickets without an index'])
})

test('A small table may be read so, and a few rows of one that grows, unless that was made dear', () => {
  const teams = said({ ...whole, 'Relation Name': 'teams' })
  const few = said({ ...whole, 'Rows Removed by Filter': 2499 })
  expect(faultsOf(teams, true)).toEqual([])
  expect(faultsOf(few, false)).toEqual([])
  expect(faultsOf(few, true)).toEqual(['reads tickets without an index'])
})

test('A statement looks at so many pages and not at one more; a search at more', () => {
  expect(faultsOf(said(counted), false)).toEqual(['looks at 10001 pages, and may look at 10000'])
  expect(faultsOf(said(counted, 'with asked as materialized ( select 1 )'), false)).toEqual([])
})
