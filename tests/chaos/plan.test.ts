import { expect, test } from 'vitest'
import { chunkBytes } from '#src/files/postgres-store.ts'
import { Ledger } from './ledger.ts'
import { leastBytes } from './own-file.ts'
import { nameOf, planOf } from './plan.ts'
import { table, wordsByRow } from './report.ts'

const forms = ['people/add-team', 'tickets/reply']
const plans = (seed: string) =>
  Array.from({ length: 3000 }, (_, number) => {
    const { dice: _dice, ...plan } = planOf(seed, number, forms)
    return plan
  })

test('A seed and a number always give the same plan, and another seed another one', () => {
  expect(plans('kelp')).toEqual(plans('kelp'))
  expect(plans('kelp')).not.toEqual(plans('bay'))
})

test('Every kind of fault and every form has its turn', () => {
  const all = plans('kelp')
  expect(new Set(all.map(({ form }) => form))).toEqual(new Set(forms))
  expect(new Set(all.flatMap(({ faults }) => faults.map(nameOf))).size).toBe(19)
  expect(new Set(all.map(({ habit }) => habit.kind)).size).toBe(3)
})

test('A third of the wishes takes files along in every way, small and in several pieces, and never too many', () => {
  const all = plans('kelp').flatMap(({ luggage }) => luggage ?? [])
  expect(all.length / 3000).toBeCloseTo(1 / 3, 1)
  expect(new Set(all.map(({ way, isEarly }) => `${way} ${isEarly}`)).size).toBe(6)
  expect(new Set(all.map(({ sizes }) => sizes.length))).toEqual(new Set([1, 2]))
  const sizes = all.flatMap(({ sizes }) => sizes)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(leastBytes)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(3 * chunkBytes)
  for (const [least, most] of [
    [0, 100],
    [10_000, 60_001],
    [chunkBytes, Infinity],
  ] as const)
    expect(sizes.filter(size => size >= least && size < most).length).toBeGreaterThan(20)
})

test('A breach stands in its row, and below with what one needs to see it again', () => {
  const ledger = new Ledger()
  const plan = planOf('kelp', 7, forms)
  ledger.breach('text lost', plan, 'the page of 7')
  const facts = { seed: 'kelp', seconds: 1, mails: 0, doubled: 0, files: 3 }
  const told = [expect.stringContaining('the page of 7')]
  expect(wordsByRow(ledger)).toMatchObject({ 'text lost': told, 'not exactly once': [] })
  expect(table(ledger, facts)).toMatch(/\| text lost +\| +1 \|/)
  expect(table(ledger, facts)).toMatch(/\| \*\*files that arrived\*\* +\| +3 \|/)
  expect(table(ledger, facts)).toContain(`text lost: submission 7 ${plan.form}`)
})
