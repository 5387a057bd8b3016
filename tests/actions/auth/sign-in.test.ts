import { beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '#actions/auth/sign-in.ts'
import { signOut } from '#actions/auth/sign-out.ts'
import { demoPassword, elif, mira, tom } from '#src/demo/cast.ts'
import { openDesk } from '#tests/support/desk.ts'
import { newEmail, newGuest, readerOf } from '#tests/support/identity.ts'
import { shown } from '#tests/support/post.ts'
import { asVisitor, fill, newAddress, signedInAs, type Visit } from '#tests/support/visit.ts'

beforeAll(openDesk)

const enter = (email: string, password: string, visit: Visit = {}, next?: string) =>
  asVisitor({ address: newAddress(), ...visit }, () =>
    signIn(null, fill('auth.sign-in', null, { email, password, ...(next && { next }) })),
  )
const fail = (email: string, address: string) => enter(email, 'not the password', { address })
const tooMany = 'There were too many tries. Wait 15 minutes, then try again.'

describe('Signing in', () => {
  test('makes a session and leads customers to their tickets and agents to the desk', async () => {
    const customer = await enter(elif.email, demoPassword)
    expect(customer).toMatchObject({ redirect: '/tickets', report: null })
    expect(await readerOf(customer)).toBe(elif.userId)
    expect((await enter(mira.email, demoPassword)).redirect).toBe('/desk')
  })

  test('takes the address in any case and with blanks around it', async () => {
    expect((await enter(`  ${elif.email.toUpperCase()} `, demoPassword)).redirect).toBe('/tickets')
  })

  test('leads back to where the person wanted to go, and never to another desk', async () => {
    expect((await enter(elif.email, demoPassword, {}, '/tickets/new?a=b')).redirect).toBe('/tickets/new?a=b')
    for (const evil of [
      'https://evil.test',
      '//evil.test',
      '/\\evil.test',
      '/..//evil.test',
      'javascript:alert(1)',
    ])
      expect((await enter(elif.email, demoPassword, {}, evil)).redirect).toBe('/tickets')
  })

  test('gives a cookie that scripts cannot read, for this site alone, for seven days', async () => {
    const [cookie, ...others] = (await enter(elif.email, demoPassword)).setCookies
    expect(others).toEqual([])
    expect(cookie).toMatch(/^holdfast=/)
    for (const part of ['Path=/', 'HttpOnly', 'SameSite=lax', 'Max-Age=604800'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
  })

  test('makes a session that the browser did not have before, and ends the one that it had', async () => {
    const planted = await signedInAs(tom)
    const after = await enter(elif.email, demoPassword, planted)
    expect(await readerOf(after)).toBe(elif.userId)
    expect(after.cookies).not.toEqual(planted.cookies)
    expect(await readerOf(planted)).toBeNull()
  })

  test('leaves the session that the browser had when it does not succeed', async () => {
    const before = await signedInAs(tom)
    await enter(elif.email, 'not the password', before)
    expect(await readerOf(before)).toBe(tom.userId)
  })

  test('shows the form again without the password', async () => {
    const refused = await enter(elif.email, 'not the password')
    expect(refused).toMatchObject({ redirect: null, setCookies: [] })
    expect(shown(refused).kept).toMatchObject({ email: elif.email })
    expect(JSON.stringify(refused)).not.toContain('not the password')
  })

  test('answers an unknown address, a wrong password and somebody without one in the same words', async () => {
    const guest = await newGuest()
    const wrong = shown(await enter(elif.email, 'not the password')).words
    expect(wrong).toContain('do not fit together')
    expect(shown(await enter(newEmail(), 'not the password')).words).toBe(wrong)
    expect(shown(await enter(guest.email, 'not the password')).words).toBe(wrong)
    expect(shown(await enter(elif.email, 'x'.repeat(5000))).words).toBe(wrong)
  })

  test('takes no form that was made elsewhere or for somebody else', async () => {
    const data = fill('auth.sign-in', elif, { email: elif.email, password: demoPassword })
    const others = await asVisitor({ address: newAddress() }, () => signIn(null, data))
    expect(others).toMatchObject({ redirect: null, setCookies: [] })
    data.set('k', 'forged')
    expect((await asVisitor({}, () => signIn(null, data))).redirect).toBeNull()
  })
})

describe('A session', () => {
  test('is worth nothing once its cookie was changed', async () => {
    const { cookies } = await signedInAs(elif)
    const changed = Object.entries(cookies ?? {}).map(([name, value]) => [
      name,
      `${value.startsWith('x') ? 'y' : 'x'}${value.slice(1)}`,
    ])
    expect(await readerOf({ cookies: Object.fromEntries(changed) })).toBeNull()
  })

  test('is worth nothing after signing out, also to whoever copied the cookie', async () => {
    const copied = await enter(elif.email, demoPassword)
    const after = await asVisitor({ cookies: copied.cookies }, signOut)
    expect(after).toMatchObject({ redirect: '/sign-in?done=signed-out', cookies: {} })
    expect(await readerOf(copied)).toBeNull()
  })
})

describe('Guessing', () => {
  test('ends after five tries at one account, and the owner still gets in from elsewhere', async () => {
    const address = newAddress()
    for (let at = 0; at < 5; at++) expect(shown(await fail(tom.email, address)).words).toContain('do not fit')
    const sixth = await fail(tom.email, address)
    expect(sixth.status).toBe(429)
    expect(shown(sixth)).toMatchObject({ words: tooMany, kept: { email: tom.email } })
    expect(shown(await enter(tom.email, demoPassword, { address })).words).toBe(tooMany)
    expect((await enter(tom.email, demoPassword)).redirect).toBe('/tickets')
  })

  test('says the same of an account that does not exist', async () => {
    const [address, email] = [newAddress(), newEmail()]
    for (let at = 0; at < 5; at++) await fail(email, address)
    expect(shown(await fail(email, address)).words).toBe(tooMany)
  })

  test('ends after twenty tries from one network, whichever accounts and addresses it uses', async () => {
    const network = newAddress().replace('::1', '')
    for (let at = 0; at < 20; at++) await fail(newEmail(), `${network}::${at + 1}`)
    expect(shown(await fail(newEmail(), `${network}::ffff`)).words).toBe(tooMany)
  })

  test('is not helped by naming other addresses in headers', async () => {
    const address = newAddress()
    const from = (at: number) => ({ address, headers: { 'x-forwarded-for': `198.51.100.${at}` } })
    for (let at = 0; at < 5; at++) await enter(mira.email, 'not the password', from(at))
    expect(shown(await enter(mira.email, 'not the password', from(9))).words).toBe(tooMany)
  })

  test('is not what people do who sign in: an office behind one address signs in as often as it likes', async () => {
    const address = newAddress()
    for (let at = 0; at < 25; at++)
      expect((await enter(elif.email, demoPassword, { address })).redirect).toBe('/tickets')
  })
})
