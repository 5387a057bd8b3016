import { expect, test } from 'vitest'
import { everyForm } from './every-form.ts'
import { sourcesIn } from './sources.ts'

test('Every action there is has its form in the register', () => {
  const actions = sourcesIn('actions').map(({ path }) => path.replace(/^actions\/|\.ts$/g, ''))
  const registered = Object.keys(everyForm).map(key => key.split(' ')[0])
  expect([...new Set(registered)].sort()).toEqual(actions)
})

test('Every text that must not be lost is typed, and bears the mark unless it is an address that is known', () => {
  const known = ['auth/sign-in', 'auth/forgot-password', 'tickets/send-link']
  for (const [key, { texts, typed }] of Object.entries(everyForm)) {
    if (known.includes(key)) continue
    for (const text of texts) expect(typed('markofmine')[text], `${key}: ${text}`).toContain('markofmine')
  }
})
