import { beforeAll, describe, expect, test } from 'vitest'
import { resetPassword } from '#actions/auth/reset-password.ts'
import { signIn } from '#actions/auth/sign-in.ts'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import { transaction } from '#src/lib/db/client.ts'
import { openDesk } from '#tests/support/desk.ts'
import { letLinksAge, newestToken, newGuest, onRecord, readerOf } from '#tests/support/identity.ts'
import { send, shown } from '#tests/support/post.ts'
import { asVisitor, fill, newAddress, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

type Occasion = Parameters<typeof orderSetPasswordMail>[2]

const password = 'seven kelp forests'
const formOf = (token: string, chosen = password) =>
  fill('auth.reset-password', null, { token, password: chosen })
const choose = (token: string, chosen = password) =>
  send(resetPassword, { address: newAddress() }, formOf(token, chosen))
const enter = (email: string, given = password) =>
  asVisitor({ address: newAddress() }, () =>
    signIn(null, fill('auth.sign-in', null, { email, password: given })),
  )

/** Somebody with a new link in the mail. */
async function asked(occasion: Occasion = 'reset-password') {
  const person = await newGuest()
  await transaction('test', tx => orderSetPasswordMail(tx, person, occasion))
  return { ...person, token: await newestToken(person.email) }
}

describe('A mailed link', () => {
  test('sets a password, also for somebody who never had one, and confirms the address', async () => {
    const { email, token } = await asked()
    expect(await choose(token)).toMatchObject({ redirect: '/sign-in?done=password-set', setCookies: [] })
    const { person, accounts } = await onRecord(email)
    expect(person?.emailVerified).toBe(true)
    expect(accounts).toHaveLength(1)
    expect((await enter(email)).redirect).toBe('/tickets')
  })

  test('replaces the password that was there and ends all sessions', async () => {
    const person = await asked()
    await choose(person.token)
    const before = await signedInAs(person)
    await transaction('test', tx => orderSetPasswordMail(tx, person, 'reset-password'))
    await choose(await newestToken(person.email), 'nine green bicycles')
    expect(await readerOf(before)).toBeNull()
    const { accounts, sessions } = await onRecord(person.email)
    expect({ accounts: accounts.length, sessions }).toEqual({ accounts: 1, sessions: [] })
    expect((await enter(person.email)).redirect).toBeNull()
    expect((await enter(person.email, 'nine green bicycles')).redirect).toBe('/tickets')
  })

  test('works once, and with it every other link of that person is spent', async () => {
    const person = await asked()
    await transaction('test', tx => orderSetPasswordMail(tx, person, 'reset-password'))
    const newest = await newestToken(person.email)
    await choose(newest)
    for (const token of [newest, person.token]) {
      const again = await choose(token, 'nine green bicycles')
      expect(shown(again).words).toContain('used before, or it is too old')
    }
    expect((await enter(person.email)).redirect).toBe('/tickets')
  })

  test('works once when it is used in two windows at the same moment', async () => {
    const { email, token } = await asked()
    const both = await Promise.all([choose(token), choose(token, 'nine green bicycles')])
    expect(both.filter(answer => answer.redirect !== null)).toHaveLength(1)
    expect((await onRecord(email)).accounts).toHaveLength(1)
  })

  test('leads to one password when the same form is sent twice', async () => {
    const { token } = await asked()
    const [visit, form] = [{ address: newAddress() }, formOf(token)]
    await send(resetPassword, visit, form)
    expect((await send(resetPassword, visit, form)).redirect).toBe('/sign-in?done=password-set')
  })

  test('is too old after an hour', async () => {
    const { token } = await asked()
    await letLinksAge(59)
    const other = await asked()
    await letLinksAge(2)
    expect((await choose(token)).redirect).toBeNull()
    expect((await choose(other.token)).redirect).not.toBeNull()
  })

  test('of an invitation lasts for seven days', async () => {
    const { token } = await asked('invited')
    await letLinksAge(7 * 24 * 60 - 1)
    expect((await choose(token)).redirect).toBe('/sign-in?done=password-set')
  })

  test('that nobody made is refused in the same words, and so is what is stored in its place', async () => {
    const { email } = await asked()
    const [row] = (await onRecord(email)).links
    const words = shown(await choose('x'.repeat(32))).words
    expect(words).toContain('used before, or it is too old')
    expect(shown(await choose(row?.identifier ?? '')).words).toBe(words)
    expect(shown(await choose(`reset-password:${row?.identifier}`)).words).toBe(words)
  })
})

test('A password that is refused spends no link, and is not shown again', async () => {
  const { token } = await asked()
  const refused = await choose(token, 'aaaaaaaaaaaa')
  expect(shown(refused).words).toContain('repeats itself')
  expect(shown(refused).kept).toMatchObject({ token })
  expect(JSON.stringify(refused)).not.toContain('aaaaaaaaaaaa')
  expect((await choose(token)).redirect).not.toBeNull()
})
