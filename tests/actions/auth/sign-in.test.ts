import { beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '#actions/auth/sign-in.ts'
import { demoPassword, elif, mira } from '#src/demo/cast.ts'
import { auth } from '#src/lib/auth.ts'
import { openDesk } from '#tests/support/desk.ts'
import { asVisitor, fill, newAddress, signedInAs, type Visit } from '#tests/support/visit.ts'

beforeAll(openDesk)

const enter = (fields: Record<string, string>, visit: Visit = { address: newAddress() }) =>
  asVisitor(visit, () => signIn(null, fill('auth.sign-in', null, fields)))
const personOf = ({ cookies }: Visit) =>
  auth().api.getSession({
    headers: new Headers({
      cookie: Object.entries(cookies ?? {})
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('; '),
    }),
  })

describe('Signing in', () => {
  test('makes a session and leads customers to their tickets and agents to the desk', async () => {
    const customer = await enter({ email: elif.email, password: demoPassword })
    expect(customer).toMatchObject({ redirect: '/tickets', report: null })
    expect((await personOf(customer))?.user.id).toBe(elif.userId)
    expect((await enter({ email: mira.email, password: demoPassword })).redirect).toBe('/desk')
  })
  test('works for a visit that a test made itself', async () => {
    expect((await personOf(await signedInAs(mira)))?.user.id).toBe(mira.userId)
  })
  test('shows the form again without the password', async () => {
    const refused = await enter({ email: elif.email, password: 'not the password' })
    expect(refused.redirect).toBeNull()
    expect(JSON.stringify(refused.report)).toContain(elif.email)
    expect(JSON.stringify(refused)).not.toContain('not the password')
  })
})
