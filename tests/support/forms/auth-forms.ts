import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { demoPassword, tom } from '#src/demo/cast.ts'
import { newConfirmToken } from '#src/identity/confirm-address.ts'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import { storedResetToken } from '#src/identity/reset-token.ts'
import { transaction } from '#src/lib/db/client.ts'
import { newGuest } from '#tests/support/identity.ts'
import { newCustomer } from '#tests/support/newcomers.ts'
import { containing, counted } from './counted.ts'
import type { FormCase } from './form-case.ts'

const nobody = { by: null, typed: () => ({}), texts: [], button: null } satisfies Partial<FormCase>
const password = 'seven kelp forests'

const signingIn = newcomers(newCustomer)
const forgetting = newcomers(newGuest)

/** The forms of people who are not signed in, and the button that ends a session. */
export const authForms: Record<string, FormCase> = {
  // Who chooses again has chosen anew, by design; the page that they came from tells one from another.
  'auth/choose-version': {
    ...nobody,
    page: async () => `/light?next=${encodeURIComponent(`/help?${randomUUID()}`)}`,
    done: (_mark, page) => {
      const cameFrom = new URL(page, 'http://desk').search.slice(1)
      return counted({
        choices: sql`select least(1, count(*)) from submissions
          where action = 'auth.choose-version' and result like ${`%&${cameFrom}`}`,
      })
    },
  },
  'auth/confirm-address': {
    ...nobody,
    page: async () => `/confirm-address?token=${await newConfirmToken(await newGuest())}`,
    done: (_mark, page) =>
      counted({
        people: sql`select count(*) from "user" where email_verified and id = ${personIn(tokenOn(page))}`,
      }),
  },
  'auth/forgot-password': {
    ...nobody,
    page: () => forgetting.comeTo('/forgot-password'),
    typed: mark => ({ email: forgetting.of(mark).email }),
    texts: ['email'],
    done: mark => {
      const { userId } = forgetting.of(mark)
      return counted({
        links: sql`select count(*) from verification where value = ${userId}`,
        mails: sql`select count(*) from mail_orders where user_id = ${userId}`,
      })
    },
  },
  'auth/reset-password': {
    ...nobody,
    page: async () => {
      const person = await newGuest()
      const link = await transaction('test', tx => orderSetPasswordMail(tx, person, 'reset-password'))
      return `/reset-password?token=${new URL(link).pathname.split('/').at(-1)}`
    },
    typed: () => ({ password }),
    done: (_mark, page) => {
      const order = `reset-password:${storedResetToken(tokenOn(page))}`
      const owner = sql`select user_id from mail_orders where dedupe_key = ${order}`
      return counted({ passwords: sql`select count(*) from account where user_id in (${owner})` })
    },
  },
  // A second sign-in is a second session by design; what it must never be is a failure or somebody else's.
  'auth/sign-in': {
    ...nobody,
    page: () => signingIn.comeTo('/sign-in?next=%2Ftickets'),
    typed: mark => ({ email: signingIn.of(mark).email, password: demoPassword }),
    texts: ['email'],
    done: mark => counted({ sessions: sql`select least(1, (${sessionsOf(signingIn.of(mark).userId)}))` }),
  },
  // To be signed in first: the page says how many sessions Tom had. No two of these at the same time.
  'auth/sign-out': {
    ...nobody,
    by: tom,
    page: async () => `/help?before=${await counted({ sessions: sessionsOf(tom.userId) })}`,
    done: async (_mark, page) =>
      Number(page.split('=').at(-1)) - (await counted({ sessions: sessionsOf(tom.userId) })),
  },
  'auth/sign-up': {
    ...nobody,
    page: async () => '/sign-up',
    typed: mark => ({ name: `Nell ${mark}`, email: `${mark}@kelpbay.test`.toLowerCase(), password }),
    texts: ['name', 'email'],
    done: mark => {
      const people = sql`from "user" where name like ${containing(mark)}`
      return counted({
        people: sql`select count(*) ${people}`,
        passwords: sql`select count(*) from account where user_id in (select id ${people})`,
      })
    },
  },
}

type Person = { userId: string; email: string }

/** Each page makes somebody new, and each mark is given one of them: no limit of tries for an account is met. */
function newcomers(make: () => Promise<Person>) {
  const waiting: Person[] = []
  const given = new Map<string, Person>()
  return {
    comeTo: async (page: string) => {
      waiting.push(await make())
      return page
    },
    of: (mark: string): Person => {
      const person = given.get(mark) ?? waiting.shift()
      if (!person) throw new Error('Make the page before you fill in its form.')
      given.set(mark, person)
      return person
    },
  }
}

function sessionsOf(userId: string): SQL {
  return sql`select count(*) from session where user_id = ${userId}`
}

function tokenOn(page: string) {
  return new URL(page, 'http://desk').searchParams.get('token') ?? ''
}

/** The user id in the readable part of a signed token that confirms an address. */
export function personIn(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return z.object({ userId: z.string() }).parse(JSON.parse(claims)).userId
}
