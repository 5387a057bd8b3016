import { DrizzleQueryError } from 'drizzle-orm/errors'
import { expect, test } from 'vitest'
import { codeOf, DbError, isPassing, mayHaveCommitted } from '#src/lib/db/errors.ts'

const coded = (code: string) => Object.assign(new Error('from Postgres'), { code })

test('The code is found however deep Drizzle has wrapped the error', () => {
  expect(codeOf(coded('23505'))).toBe('23505')
  expect(codeOf(new DrizzleQueryError('insert', [], coded('23505')))).toBe('23505')
  expect(codeOf(new Error('outer', { cause: new DrizzleQueryError('insert', [], coded('40001')) }))).toBe(
    '40001',
  )
  expect(codeOf(new Error('none'))).toBeUndefined()
  expect(codeOf('not an error')).toBeUndefined()
})

test('A circle of causes ends', () => {
  const circle = new Error('round')
  circle.cause = circle
  expect(codeOf(circle)).toBeUndefined()
})

test('Only an error that says so leaves the commit in doubt', () => {
  expect(mayHaveCommitted(new Error('outer', { cause: new DbError('X', 'words', 'unknown') }))).toBe(true)
  expect(mayHaveCommitted(new DbError('X', 'words'))).toBe(false)
  expect(mayHaveCommitted(coded('57P01'))).toBe(false)
})

test('A lost connection, a restart and a deadlock pass; a broken rule stays', () => {
  for (const code of ['57P01', '40P01', '40001', '55P03', 'ECONNREFUSED', 'CONNECTION_CLOSED']) {
    expect(isPassing(coded(code)), code).toBe(true)
  }
  for (const code of ['23505', '42501', 'HF001', 'DB_INSIDE_TRANSACTION', 'TX_ABORTED', 'POOL_CLOSED']) {
    expect(isPassing(coded(code)), code).toBe(false)
  }
})
