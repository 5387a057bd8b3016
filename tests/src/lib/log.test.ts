import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DrizzleQueryError } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logEvent, logFault, newFaultReference } from '#src/lib/log.ts'

let lines: string[] = []

beforeEach(() => {
  lines = []
  for (const stream of [process.stderr, process.stdout]) {
    vi.spyOn(stream, 'write').mockImplementation(line => lines.push(String(line)) > 0)
  }
})
afterEach(() => void vi.restoreAllMocks())

test('a fault of the database tells code, table and constraint, and nothing that anybody typed', () => {
  const refused = Object.assign(new Error('duplicate key: (email)=(ada@example.test)'), {
    name: 'PostgresError',
    code: '23505',
    table_name: 'user',
    constraint_name: 'user_email_unique',
    detail: 'Key (email)=(ada@example.test) already exists.',
    parameters: ['ada@example.test'],
  })
  const sql = 'insert into "user" values ($1)\n    at ada@example.test (secret.ts:1:1)'
  logFault('AB12CD34', new DrizzleQueryError(sql, ['ada@example.test'], refused), { where: 'people.signUp' })
  expect(lines.join('')).not.toMatch(/ada@|secret|duplicate|insert/)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'error',
    event: 'fault',
    reference: 'AB12CD34',
    where: 'people.signUp',
    error: {
      name: 'DrizzleQueryError',
      at: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts/)]),
      cause: { name: 'PostgresError', code: '23505', table: 'user', constraint: 'user_email_unique' },
    },
  })
})

test('a message that is no longer the one in the stack hides the stack', () => {
  const error = new Error('other words')
  error.stack = 'Error: first words\n    at words that somebody typed'
  logFault('AB12CD34', error, { where: 'here' })
  expect(lines.join('')).not.toMatch(/words|at /)
})

test.each([['a string with a secret'], [null], [undefined], [{ secret: 1 }]])(
  'a thrown %j is told by its kind only',
  thrown => {
    logFault('AB12CD34', thrown, { where: 'here' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('secret')
  },
)

test('an error that is its own cause is told and does not run for ever', () => {
  const error = new Error('round')
  error.cause = error
  logFault('AB12CD34', error, { where: 'here' })
  expect(lines).toHaveLength(1)
})

test('a line is one line, and no mark in it can command a terminal', () => {
  const hostile = 'GET /\n\u001b[2J\u009b2J\u2028\u202etxt\u0000'
  logEvent('refused', { where: hostile })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[\x20-\x7e]+\n$/)
  expect(JSON.parse(lines[0]!).where).toBe(hostile)
})

test('a reference has 8 characters that are not taken for one another', () => {
  const references = Array.from({ length: 500 }, newFaultReference)
  for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(new Set(references).size).toBe(500)
})

test('A desk whose log nobody reads any more goes on', async () => {
  const program = `
    import { logEvent, logFault } from '#src/lib/log.ts'
    process.stdin.once('data', () => {
      for (let line = 0; line < 3; line += 1) logFault('AB12CD34', new Error('words'), { where: 'here' })
      logEvent('still here')
      setImmediate(() => process.exit(7))
    })
    process.send('ready')
  `
  const words = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] })
  await once(child, 'message')
  child.stdout?.destroy()
  child.stderr?.destroy()
  child.stdin?.write('go on')
  expect(await once(child, 'exit')).toEqual([7, null])
})

test('the key of a guest’s link is never written down, by whatever way it comes into a line', () => {
  const key = 'a1'.repeat(32)
  logFault('AB12CD34', new Error('no'), { where: `POST /guest/${key}/fixed` })
  logEvent('refused', { where: `GET /attachments/x?link=${key}` })
  expect(lines.join('')).not.toContain(key)
  expect(lines.join('')).toContain('POST /guest/…/fixed')
})
