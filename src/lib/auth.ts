import 'server-only'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { nextCookies } from 'better-auth/next-js'
import { authDb } from './db/client.ts'
import * as identity from './db/tables/identity.ts'
import { env } from './env.ts'
import { passwordLength } from './password-length.ts'
import { isHttps, sessionCookieName } from './session-cookie.ts'

const day = 24 * 60 * 60

/**
 * Better Auth keeps passwords and sessions. Everything that must be one transaction with something of ours
 * (signing up, ordering a reset) is a verb in `src/identity`; every limit is ours, because calls from actions
 * pass its rate limiter by.
 */
export function auth() {
  made ??= make()
  return made
}

let made: ReturnType<typeof make> | undefined

function make() {
  const settings = env()
  return betterAuth({
    appName: 'Holdfast',
    baseURL: settings.baseUrl,
    secret: settings.authSecret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
    database: drizzleAdapter(authDb, { provider: 'pg', schema: identity, transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      requireEmailVerification: settings.smtpUrl !== undefined,
      revokeSessionsOnPasswordReset: true,
    },
    verification: { storeIdentifier: 'hashed' },
    // It comes with every session that is read, so no page asks for it.
    user: { additionalFields: { light: { type: 'boolean', required: false, input: false } } },
    session: { expiresIn: 7 * day, updateAge: day, cookieCache: { enabled: false } },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      // A session and its user in one statement: one round trip in place of two.
      database: { joins: true },
      ipAddress: { disableIpTracking: true },
      cookies: { session_token: { name: sessionCookieName(settings.baseUrl) } },
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure: isHttps(settings.baseUrl),
      },
    },
    plugins: [nextCookies()],
  })
}
