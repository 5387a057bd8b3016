import { chooseVersion } from '#actions/auth/choose-version.ts'
import { confirmAddress } from '#actions/auth/confirm-address.ts'
import { forgotPassword } from '#actions/auth/forgot-password.ts'
import { resetPassword } from '#actions/auth/reset-password.ts'
import { signIn } from '#actions/auth/sign-in.ts'
import { signOut } from '#actions/auth/sign-out.ts'
import { signUp } from '#actions/auth/sign-up.ts'
import { ask } from '#actions/tickets/ask.ts'
import { endLink } from '#actions/tickets/end-link.ts'
import { renewLink } from '#actions/tickets/renew-link.ts'
import { sendLink } from '#actions/tickets/send-link.ts'
import { demoPassword, elif } from '#src/demo/cast.ts'
import { newConfirmToken } from '#src/identity/confirm-address.ts'
import { orderSetPasswordMail } from '#src/identity/order-set-password-mail.ts'
import { transaction } from '#src/lib/db/client.ts'
import { requesterFor } from '#src/people/requester.ts'
import { guestEmail, guestTicket, letLinksRunOut } from '#tests/support/guests.ts'
import type { Action, Fields } from '#tests/support/post.ts'
import type { Door } from './doors.ts'

const password = 'seven kelp forests'
const somebody = () => ({ name: 'Nell Quayle', email: guestEmail() })

/** The actions for people who are not signed in or came by a link, by their path below `actions/`. */
export const authDoors: Record<string, Door> = {
  'auth/choose-version': {
    ...open(chooseVersion, async () => ({ version: 'light', next: '/tickets' })),
    other: async () => ({ version: 'full', next: '/tickets' }),
  },
  'auth/confirm-address': open(confirmAddress, async () => ({
    token: await newConfirmToken(await newPerson()),
  })),
  'auth/forgot-password': open(forgotPassword, async () => ({ email: (await newPerson()).email }), {
    verification: 1,
    mail_orders: 1,
  }),
  'auth/reset-password': open(resetPassword, async () => ({ token: await resetToken(), password }), {
    verification: -1,
    account: 1,
  }),
  'auth/sign-in': open(signIn, async () => ({ email: elif.email, password: demoPassword, next: '/tickets' })),
  'auth/sign-out': open(signOut, async () => ({})),
  'auth/sign-up': open(signUp, async () => ({ ...somebody(), password }), { user: 1, account: 1 }),
  'tickets/ask': open(
    ask,
    async () => ({
      ...somebody(),
      subject: `Lost ${crypto.randomUUID()}`,
      body: 'A blue scarf.',
      language: 'nl',
    }),
    {
      user: 1,
      tickets: 1,
      ticket_messages: 1,
      ticket_events: 1,
      mail_orders: 1,
      guest_links: 1,
      public_asks: 1,
    },
  ),
  'tickets/end-link': open(endLink, async () => ({ link: (await guestTicket()).key })),
  'tickets/renew-link': open(
    renewLink,
    async () => {
      const { reference, key } = await guestTicket()
      await letLinksRunOut(reference)
      return { link: key }
    },
    { mail_orders: 1, guest_links: 1 },
  ),
  'tickets/send-link': open(
    sendLink,
    async () => {
      const { reference, by } = await guestTicket()
      return { ticket: reference, email: by.email }
    },
    { mail_orders: 1, guest_links: 1 },
  ),
}

function open(action: Action, ready: () => Promise<Fields>, adds: Door['adds'] = {}): Door {
  return { action, by: null, ready, adds }
}

function newPerson() {
  return transaction('test', tx => requesterFor(tx, somebody()))
}

async function resetToken() {
  const link = await transaction('test', async tx =>
    orderSetPasswordMail(tx, await requesterFor(tx, somebody()), 'reset-password'),
  )
  return new URL(link).pathname.split('/').at(-1) ?? ''
}
