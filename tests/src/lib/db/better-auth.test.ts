import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { expect, test } from 'vitest'
import { authDb, db, transaction } from '#src/lib/db/client.ts'
import * as identity from '#src/lib/db/tables/identity.ts'

const auth = betterAuth({
  baseURL: 'http://localhost:3000',
  secret: 'a secret that only this test knows, long enough',
  telemetry: { enabled: false },
  // It would print statements with their parameters, and a session's token among them.
  logger: { disabled: true },
  database: drizzleAdapter(authDb, { provider: 'pg', schema: identity, transaction: true }),
  emailAndPassword: { enabled: true },
  session: { cookieCache: { enabled: false } },
})

const email = 'ada@holdfast.test'
const password = 'a password of some length'

async function signedIn(): Promise<Headers> {
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
  return new Headers({
    cookie: headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; '),
  })
}

test('Better Auth signs up, in and out on the fenced tables, also with one connection', async () => {
  await auth.api.signUpEmail({ body: { name: 'Ada', email, password } })
  const headers = await signedIn()
  expect((await auth.api.getSession({ headers }))?.user.email).toBe(email)
  await auth.api.signOut({ headers })
  expect(await auth.api.getSession({ headers })).toBeNull()
  expect(await db.$count(identity.user)).toBe(1)
})

test('A sign-up that fails half way leaves no user behind', async () => {
  const twice = auth.api.signUpEmail({ body: { name: 'Ada', email, password } })
  await expect(twice).rejects.toThrow()
  expect(await db.$count(identity.user)).toBe(1)
  expect(await db.$count(identity.account)).toBe(1)
})

test('Asking for the session inside a transaction is refused at once and not left to hang', async () => {
  const headers = await signedIn()
  const started = Date.now()
  const asked = transaction('command:test', () => auth.api.getSession({ headers }))
  await expect(asked).rejects.toThrow('Failed to get session')
  expect(Date.now() - started).toBeLessThan(2000)
})
