import { expect, test } from '@playwright/test'
import { openFaultyDesk } from '#tests/e2e/desk/faulty-desk.ts'
import { asBrowser, formPage, hiddenFields } from './support/raw-form.ts'

test('A page that is asked for while the server still starts has the status that its words have', async () => {
  const desk = await openFaultyDesk({}, address => fetch(`${address}/guest/nobody`))
  expect(await desk.first.text()).toContain('There is no such page')
  expect(desk.first.status).toBe(404)
  expect(desk.first.headers.get('content-security-policy')).toContain("script-src 'none'")
  await desk.close()
})

test('A form that is sent while the server still starts, and the database is away, comes back filled with 503', async ({
  request,
}) => {
  const typed = { email: 'nell@early.test', password: 'not kept' }
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...(await hiddenFields(request)), ...typed }))
    body.set(name, value)
  let away: Promise<void> | undefined
  const desk = await openFaultyDesk({}, async (address, database) => {
    away ??= database.goAway()
    await away
    return fetch(address + formPage, { method: 'POST', headers: asBrowser, body })
  })
  const page = await desk.first.text()
  expect(page).toContain('Our database did not answer, so nothing was saved.')
  expect(page).toContain(`value="${typed.email}"`)
  expect(desk.first.status).toBe(503)
  await desk.database.comeBack()
  await desk.close()
})
