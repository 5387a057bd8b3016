import { expect, test } from '@playwright/test'
import { openFaultyDesk } from '#tests/e2e/desk/faulty-desk.ts'

test('A page that is asked for while the server still starts has the status that its words have', async () => {
  const desk = await openFaultyDesk({}, '/guest/nobody')
  expect(await desk.first.text()).toContain('There is no such page')
  expect(desk.first.status).toBe(404)
  expect(desk.first.headers.get('content-security-policy')).toContain("script-src 'none'")
  await desk.close()
})
