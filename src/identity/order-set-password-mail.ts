import type { Tx } from '#src/lib/db/client.ts'
import { verification } from '#src/lib/db/tables/identity.ts'
import { env } from '#src/lib/env.ts'
import { orderMail } from '#src/mail/order-mail.ts'
import { newResetToken, storedResetToken } from './reset-token.ts'

const hour = 60 * 60 * 1000

type Person = { userId: string; email: string }
type Occasion = keyof typeof letters

/**
 * Makes a link with which this person can set a password once, and orders the mail that brings it. Whoever follows
 * it has shown that the address is theirs. Resolves to the link; it is on the public address of the settings.
 * Nothing that anybody typed is in the mail, because it may go to somebody who never asked us for anything.
 */
export async function orderSetPasswordMail(tx: Tx, person: Person, occasion: Occasion): Promise<string> {
  const { hours, subject, body } = letters[occasion]
  const token = newResetToken()
  const link = linkWith(token)
  const to = { userId: person.userId, email: person.email, name: '' }
  await Promise.all([
    tx.insert(verification).values(verificationOf(token, person.userId, hours)),
    orderMail(tx, to, {
      kind: occasion,
      dedupeKey: dedupeKeyOf(occasion, person, token),
      subject,
      body: body(link),
    }),
  ])
  return link
}

/** The row by which a token is known, for `hours` hours. */
export function verificationOf(token: string, userId: string, hours: number) {
  return {
    id: crypto.randomUUID(),
    identifier: storedResetToken(token),
    value: userId,
    expiresAt: new Date(Date.now() + hours * hour),
  }
}

const letters = {
  invited: {
    hours: 7 * 24,
    subject: 'You are invited to work at the desk',
    body: (link: string) => `Hello,

you are invited to answer tickets at this desk. Choose a password here, within seven days:

${link}

If the seven days are over, ask for a new link under “I have forgotten my password” on the sign-in page.`,
  },
  'reset-password': {
    hours: 1,
    subject: 'Set a new password',
    body: (link: string) => `Hello,

somebody asked for a new password for this address. If it was you, choose one here, within one hour:

${link}

If it was not you, do nothing: your password stays as it is.`,
  },
  'address-taken': {
    hours: 1,
    subject: 'You already have an account',
    body: (link: string) => `Hello,

somebody wanted to make an account with this address, but we know the address already. If it was you, choose a \
password here, within one hour, and sign in with it:

${link}

If it was not you, do nothing: nothing has changed.`,
  },
}

function linkWith(token: string) {
  return new URL(`/api/auth/reset-password/${token}?callbackURL=%2Freset-password`, env().baseUrl).href
}

// Whoever types a stranger's address into the sign-up form again and again sends them one mail an hour.
function dedupeKeyOf(occasion: Occasion, person: Person, token: string) {
  if (occasion === 'address-taken') return `${occasion}:${person.userId}:${Math.floor(Date.now() / hour)}`
  return `${occasion}:${storedResetToken(token)}`
}
