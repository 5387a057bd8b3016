import { beforeAll, expect, test } from 'vitest'
import { forgotPassword } from '#actions/auth/forgot-password.ts'
import { elif, mira, tom } from '#src/demo/cast.ts'
import { openDesk } from '#tests/support/desk.ts'
import { linksIn, newEmail, newestToken, onRecord } from '#tests/support/identity.ts'
import { send, shown } from '#tests/support/post.ts'
import { fill, newAddress, type Visit } from '#tests/support/visit.ts'

beforeAll(openDesk)

const formOf = (email: string) => fill('auth.forgot-password', null, { email })
const ask = (email: string, visit: Visit = {}) =>
  send(forgotPassword, { address: newAddress(), ...visit }, formOf(email))

test('The owner of an address gets one mail with a link that works for an hour', async () => {
  expect(await ask(elif.email)).toMatchObject({ redirect: '/sign-in?done=reset-sent', setCookies: [] })
  const { mail, links } = await onRecord(elif.email)
  expect(mail).toMatchObject([{ kind: 'reset-password', toAddress: elif.email, userId: elif.userId }])
  const [link] = links
  expect(Math.round((link?.expiresAt.getTime() ?? 0) / 60_000 - Date.now() / 60_000)).toBe(60)
})

test('Who reads the table of links learns no token', async () => {
  await ask(elif.email)
  const { links } = await onRecord(elif.email)
  expect(JSON.stringify(links)).not.toContain(await newestToken(elif.email))
})

test('An unknown address gets the same answer, and no mail', async () => {
  const email = newEmail()
  expect(await ask(email)).toEqual(await ask(elif.email))
  expect((await onRecord(email)).mail).toEqual([])
})

test('The link is on the address of the settings, whatever the request says of its host', async () => {
  const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test', origin: 'http://localhost:3000' }
  await ask(mira.email, { headers })
  const links = await linksIn(mira.email)
  expect(links).toHaveLength(1)
  expect(links[0]?.href).toMatch(
    /^http:\/\/localhost:3000\/api\/auth\/reset-password\/[\w-]{32}\?callbackURL=%2Freset-password$/,
  )
})

test('The same form sent again, also at the same moment, orders no second mail', async () => {
  const visit = { address: newAddress() }
  const form = formOf(tom.email)
  const sends = Array.from({ length: 5 }, () => send(forgotPassword, visit, form))
  expect((await Promise.all(sends)).every(answer => answer.redirect === '/sign-in?done=reset-sent')).toBe(
    true,
  )
  expect((await send(forgotPassword, visit, form)).redirect).toBe('/sign-in?done=reset-sent')
  expect((await onRecord(tom.email)).mail).toHaveLength(1)
})

test('Nobody can fill the mailbox of another: the sixth try is refused, known address or not', async () => {
  const [email, address] = [newEmail(), newAddress()]
  for (let at = 0; at < 5; at++) expect((await ask(email, { address })).redirect).not.toBeNull()
  expect(shown(await ask(email, { address })).words).toContain('too many tries')
})
