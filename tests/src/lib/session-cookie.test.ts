import { expect, test } from 'vitest'
import { isHttps, sessionCookieName } from '#src/lib/session-cookie.ts'

test('on https the session cookie is bound to its host', () => {
  expect(sessionCookieName('https://desk.example')).toBe('__Host-holdfast')
  expect(isHttps('https://desk.example')).toBe(true)
})

test('on plain http the cookie has a name that a browser accepts there', () => {
  expect(sessionCookieName('http://localhost:3000')).toBe('holdfast')
  expect(isHttps('http://localhost:3000')).toBe(false)
})
