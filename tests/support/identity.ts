import { eq, sql } from 'drizzle-orm'
import { auth } from '#src/lib/auth.ts'
import { db, transaction } from '#src/lib/db/client.ts'
import { account, session, user, verification } from '#src/lib/db/tables/identity.ts'
import { requesterFor } from '#src/people/requester.ts'
import { outbox } from './outbox.ts'
import type { Visit } from './visit.ts'

export const newEmail = () => `${crypto.randomUUID()}@kelpbay.test`

/** Somebody for whom an agent opened a ticket by phone: an address, and no password. */
export function newGuest(email = newEmail()) {
  return transaction('test', tx => requesterFor(tx, { name: 'Nell Quayle', email }))
}

/** Everything that is stored about whoever has this address. */
export async function onRecord(email: string) {
  const [person] = await db.select().from(user).where(eq(user.email, email))
  const userId = person?.id ?? ''
  const [accounts, sessions, links, mail] = await Promise.all([
    db.select().from(account).where(eq(account.userId, userId)),
    db.select().from(session).where(eq(session.userId, userId)),
    db.select().from(verification).where(eq(verification.value, userId)),
    outbox(),
  ])
  return { person, accounts, sessions, links, mail: mail.filter(order => order.toAddress === email) }
}

/** The addresses in the mails to this person, the oldest first. */
export async function linksIn(email: string): Promise<URL[]> {
  const { mail } = await onRecord(email)
  return mail.flatMap(({ body }) => body.match(/https?:\/\/\S+/g) ?? []).map(link => new URL(link))
}

/** The token in the newest mail to this person. */
export async function newestToken(email: string): Promise<string> {
  const link = (await linksIn(email)).at(-1)
  return link?.searchParams.get('token') ?? link?.pathname.split('/').at(-1) ?? ''
}

/** Makes all mailed links this much older. */
export async function letLinksAge(minutes: number) {
  const earlier = sql`${verification.expiresAt} - make_interval(mins => ${minutes})`
  await transaction('test', tx => tx.update(verification).set({ expiresAt: earlier }))
}

/** Whom the desk takes the owner of these cookies for, by user id; null for nobody. */
export async function readerOf({ cookies = {} }: Pick<Visit, 'cookies'>): Promise<string | null> {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const found = await auth().api.getSession({ headers: new Headers({ cookie: cookie.join('; ') }) })
  return found?.user.id ?? null
}
