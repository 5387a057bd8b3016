import { beforeAll, expect, test } from 'vitest'
import { confirmAddress } from '#actions/auth/confirm-address.ts'
import { resetPassword } from '#actions/auth/reset-password.ts'
import { signIn } from '#actions/auth/sign-in.ts'
import { signUp } from '#actions/auth/sign-up.ts'
import { newConfirmToken } from '#src/identity/confirm-address.ts'
import { openDesk } from '#tests/support/desk.ts'
import { linksIn, newEmail, newestToken, onRecord } from '#tests/support/identity.ts'
import { send, shown } from '#tests/support/post.ts'
import { fill, newAddress } from '#tests/support/visit.ts'

// A desk that has a mail server: settings are read at the first use, after this.
process.env.SMTP_URL = 'smtp://mail.invalid:25'
process.env.MAIL_FROM = 'Kelp Bay Help <help@kelpbay.test>'

beforeAll(openDesk)

const password = 'seven kelp forests'
const visit = () => ({ address: newAddress() })
const join = (email: string, name = 'Nell Quayle') =>
  send(signUp, visit(), fill('auth.sign-up', null, { name, email, password }))
const enter = (email: string, given = password) =>
  send(signIn, visit(), fill('auth.sign-in', null, { email, password: given }))
const confirm = (token: string) =>
  send(confirmAddress, visit(), fill('auth.confirm-address', null, { token }))

test('With a mail server an account works once its address is confirmed', async () => {
  const email = newEmail()
  expect((await join(email)).redirect).toBe('/sign-in?done=signed-up-mail')
  expect((await enter(email)).redirect).toBeNull()
  expect((await confirm(await newestToken(email))).redirect).toBe('/sign-in?done=address-confirmed')
  expect((await enter(email)).redirect).toBe('/tickets')
})

test('The right password of an unconfirmed account is answered like a wrong one', async () => {
  const email = newEmail()
  await join(email)
  expect(shown(await enter(email)).words).toBe(shown(await enter(email, 'not the password')).words)
})

test('The mail leads to a page of ours and says nothing that was typed', async () => {
  const email = newEmail()
  await join(email, 'Buy pills at evil.test')
  const { mail } = await onRecord(email)
  expect(mail).toMatchObject([{ kind: 'verify-address', toAddress: email }])
  expect(JSON.stringify(mail)).not.toContain('pills')
  const [link] = await linksIn(email)
  expect(link?.origin).toBe('http://localhost:3000')
  expect(link?.pathname).toBe('/confirm-address')
})

test('A known address gets the same answer as a new one', async () => {
  const email = newEmail()
  expect(await join(email)).toEqual(await join(email))
  expect((await onRecord(email)).mail.map(order => order.kind)).toEqual(['verify-address', 'address-taken'])
})

test('Confirming twice leads to the same page', async () => {
  const email = newEmail()
  await join(email)
  const token = await newestToken(email)
  await confirm(token)
  expect((await confirm(token)).redirect).toBe('/sign-in?done=address-confirmed')
})

test('A link that was changed, is empty or belongs to another account confirms nothing', async () => {
  const email = newEmail()
  await join(email)
  const token = await newestToken(email)
  const [head, , signature] = token.split('.')
  const claim = Buffer.from(JSON.stringify({ email, exp: 9_999_999_999 })).toString('base64url')
  const others = await newConfirmToken({ userId: 'somebody-else', email })
  for (const forged of [`${head}.${claim}.${signature}`, token.slice(0, -3), 'x', others])
    expect(shown(await confirm(forged)).words).toContain('older than 24 hours, or it is not whole')
  expect((await confirm('')).redirect).toBeNull()
  expect((await onRecord(email)).person?.emailVerified).toBe(false)
})

test('Whose address a stranger used gets in by a mailed link, and the stranger is out', async () => {
  const email = newEmail()
  await join(email)
  await join(email)
  const token = await newestToken(email)
  await send(
    resetPassword,
    visit(),
    fill('auth.reset-password', null, { token, password: 'nine green bicycles' }),
  )
  expect((await enter(email)).redirect).toBeNull()
  expect((await enter(email, 'nine green bicycles')).redirect).toBe('/tickets')
})
