import { beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '#actions/auth/sign-in.ts'
import { signUp } from '#actions/auth/sign-up.ts'
import { elif } from '#src/demo/cast.ts'
import { db } from '#src/lib/db/client.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import { openDesk } from '#tests/support/desk.ts'
import { linksIn, newEmail, newGuest, onRecord } from '#tests/support/identity.ts'
import { send, shown } from '#tests/support/post.ts'
import { asVisitor, fill, newAddress, signedInAs } from '#tests/support/visit.ts'

beforeAll(openDesk)

const password = 'seven kelp forests'
const formOf = (email: string, more = {}) =>
  fill('auth.sign-up', null, { name: 'Nell Quayle', email, password, ...more })
const from = (address = newAddress()) => ({ address })
const join = (email: string, more = {}, address = newAddress()) =>
  send(signUp, { address }, formOf(email, more))
const enter = (email: string) =>
  asVisitor(from(), () => signIn(null, fill('auth.sign-in', null, { email, password })))

describe('Without a mail server', () => {
  test('a new account works at once, as a customer', async () => {
    const email = newEmail()
    expect(await join(email)).toMatchObject({ redirect: '/sign-in?done=signed-up', setCookies: [] })
    const { person, accounts, sessions, mail } = await onRecord(email)
    expect(person).toMatchObject({ name: 'Nell Quayle', emailVerified: false })
    expect(accounts).toMatchObject([{ providerId: 'credential', accountId: person?.id }])
    expect({ sessions, mail }).toEqual({ sessions: [], mail: [] })
    expect((await enter(email)).redirect).toBe('/tickets')
  })
})

describe('Signing up with an address that is known', () => {
  test('gets the same answer, changes nothing and orders its owner a mail with another way in', async () => {
    const before = await onRecord(elif.email)
    expect(await join(elif.email)).toEqual(await join(newEmail()))
    const { person, accounts, mail } = await onRecord(elif.email)
    expect({ person, accounts }).toEqual({ person: before.person, accounts: before.accounts })
    expect(mail).toMatchObject([{ kind: 'address-taken', toAddress: elif.email }])
    expect((await enter(elif.email)).redirect).toBeNull()
  })

  test('takes nobody over who never had a password: only a mail to that address leads further', async () => {
    const guest = await newGuest()
    await join(guest.email, { name: 'Somebody Else' })
    const { person, accounts, mail } = await onRecord(guest.email)
    expect(person?.name).toBe('Nell Quayle')
    expect(accounts).toEqual([])
    expect(mail.map(order => order.kind)).toEqual(['address-taken'])
    expect((await linksIn(guest.email)).map(link => link.origin)).toEqual(['http://localhost:3000'])
    expect((await enter(guest.email)).redirect).toBeNull()
  })

  test('orders its owner one mail an hour, and none that says what a stranger typed', async () => {
    const guest = await newGuest()
    for (let at = 0; at < 4; at++) await join(guest.email, { name: 'Buy pills at evil.test' })
    const { mail } = await onRecord(guest.email)
    expect(mail).toHaveLength(1)
    expect(JSON.stringify(mail)).not.toContain('pills')
  })
})

describe('A sign-up form', () => {
  test('that is sent twice, also at the same moment, makes one account and no mail that frightens', async () => {
    const [email, visit] = [newEmail(), from()]
    const form = formOf(email)
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(signUp, visit, form)))
    answers.push(await send(signUp, visit, form))
    expect(new Set(answers.map(answer => answer.redirect))).toEqual(new Set(['/sign-in?done=signed-up']))
    const { accounts, mail } = await onRecord(email)
    expect({ accounts: accounts.length, mail: mail.length }).toEqual({ accounts: 1, mail: 0 })
  })

  test('from several people for one address at the same moment makes one account', async () => {
    const email = newEmail()
    const answers = await Promise.all(Array.from({ length: 4 }, () => join(email)))
    expect(answers.every(answer => answer.redirect === '/sign-in?done=signed-up')).toBe(true)
    expect((await onRecord(email)).accounts).toHaveLength(1)
  })

  test('leaves no trace of the password in what is stored about the form, however it was hashed', async () => {
    const email = newEmail()
    const visit = from()
    const form = formOf(email)
    await send(signUp, visit, form)
    form.set('password', 'another kelp forest')
    expect((await send(signUp, visit, form)).redirect).toBe('/sign-in?done=signed-up')
    expect(JSON.stringify(await db.select().from(submissions))).not.toContain(email)
  })

  test('comes back with what was typed, without the password, and with words beside the field', async () => {
    const refused = await join(newEmail(), { name: '', password: 'short' })
    expect(shown(refused).words).toContain('Enter your name')
    expect(shown(refused).words).toContain('at least 12 characters')
    expect(JSON.stringify(refused)).not.toContain('"short"')
  })

  test('takes no password that is the name or the address', async () => {
    const refused = await join(newEmail(), { password: 'Nell Quayle!!!' })
    expect(refused.report?.result.error?.fieldErrors.password?.join()).toContain('mostly your name')
  })

  test('gives nobody a role, however the field is called', async () => {
    const email = newEmail()
    const before = await db.select().from(agents)
    await join(email, {
      role: 'admin',
      isAdmin: 'true',
      emailVerified: 'true',
      userId: elif.userId,
      id: 'mine',
    })
    const { person } = await onRecord(email)
    expect(person).toMatchObject({ emailVerified: false })
    expect([elif.userId, 'mine']).not.toContain(person?.id)
    expect(await db.select().from(agents)).toEqual(before)
  })

  test('that somebody made for another person is not taken', async () => {
    const email = newEmail()
    const form = fill('auth.sign-up', elif, { name: 'Nell', email, password })
    expect((await send(signUp, { ...(await signedInAs(elif)), ...from() }, form)).redirect).toBeNull()
    expect((await onRecord(email)).person).toBeUndefined()
  })

  test('is limited for each network', async () => {
    const address = newAddress()
    for (let at = 0; at < 20; at++) await join(newEmail(), {}, address)
    const email = newEmail()
    expect(shown(await join(email, {}, address)).words).toContain('too many tries')
    expect((await onRecord(email)).person).toBeUndefined()
  })
})
