import { expect, test, vi } from 'vitest'
import { isOfAnotherBuild, readFormToken, signedForNextTry, signFormToken } from '#src/lib/forms/token.ts'

const hour = 3_600_000
const read = (token: string, now?: number) => readFormToken('test.form', token, now)

test('A token says which submission it is, for whom and since when; no two are the same', () => {
  const token = signFormToken('test.form', 'Ünï-user', 5000)
  expect(read(token, 6000)).toMatchObject({ person: 'Ünï-user', issuedAt: 5000 })
  expect(read(token, 6000)?.key).toMatch(/^[\da-f-]{36}$/)
  expect(signFormToken('test.form', 'Ünï-user', 5000)).not.toBe(token)
  expect(token).toMatch(/^[\w.-]+$/)
})

test('A token holds for a day and no longer', () => {
  const token = signFormToken('test.form', 'elif', 0)
  expect(read(token, 23 * hour)).not.toBeNull()
  expect(read(token, 24 * hour)).not.toBeNull()
  expect(read(token, 25 * hour)).toBeNull()
})

test('A token for one form is none for another', () => {
  expect(readFormToken('test.other', signFormToken('test.form', 'elif'))).toBeNull()
})

test('A token for nobody is not one for somebody', () => {
  expect(read(signFormToken('test.form', undefined))?.person).toBe('')
})

test('Every changed character, every missing part and every text that was made up is refused', () => {
  const token = signFormToken('test.form', 'elif')
  for (let place = 0; place < token.length; place += 1) {
    const other = token[place] === 'A' ? 'B' : 'A'
    const forged = token.slice(0, place) + other + token.slice(place + 1)
    expect(read(forged), forged).toBeNull()
  }
  const parts = token.split('.')
  const made = ['', '.', '...', parts.slice(0, 3).join('.'), `${token}x`, 'x'.repeat(100_000), '\u0000']
  for (const forged of made) expect(read(forged)).toBeNull()
})

test('A token says which build made its page; without a token nothing is known', async () => {
  const token = signFormToken('test.form', 'elif')
  expect(isOfAnotherBuild('test.form', token)).toBe(false)
  vi.stubEnv('HOLDFAST_BUILD', 'the build before')
  vi.resetModules()
  const before = await import('#src/lib/forms/token.ts')
  vi.unstubAllEnvs()
  expect(isOfAnotherBuild('test.form', before.signFormToken('test.form', 'elif'))).toBe(true)
  expect(isOfAnotherBuild('test.form', 'made up')).toBe(false)
  const next = signedForNextTry('test.form', before.signFormToken('test.form', 'elif'))
  expect(readFormToken('test.form', next)).toMatchObject({ person: 'elif' })
  expect(isOfAnotherBuild('test.form', next)).toBe(true)
})
