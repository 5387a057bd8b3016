import { eq } from 'drizzle-orm'
import { elif, signIns } from '#src/demo/cast.ts'
import { type Tx, transaction } from '#src/lib/db/client.ts'
import { account, user } from '#src/lib/db/tables/identity.ts'
import { appoint } from '#src/people/appoint.ts'
import { requesterFor } from '#src/people/requester.ts'
import { stranger } from './in-administration.ts'

export type Newcomer = { userId: string; name: string; email: string }

/** A customer who can sign in with the password of the demo. */
export function newCustomer(): Promise<Newcomer> {
  return transaction('test', async tx => canSignIn(tx, await requesterFor(tx, stranger())))
}

/** An agent of the team "bookings" who can sign in with the password of the demo. */
export function newColleague(role: 'agent' | 'admin'): Promise<Newcomer> {
  return transaction('test', async tx =>
    canSignIn(tx, await appoint(tx, { ...stranger(), role, team: 'bookings' })),
  )
}

/** Lets somebody of the demo sign in with its password who has none there. */
export async function letSignIn(person: Newcomer): Promise<void> {
  if (signIns.some(({ userId }) => userId === person.userId)) return
  await transaction('test', async tx => {
    await tx.delete(account).where(eq(account.userId, person.userId))
    await canSignIn(tx, person)
  })
}

async function canSignIn(tx: Tx, { userId, name, email }: Newcomer): Promise<Newcomer> {
  await tx.update(user).set({ emailVerified: true }).where(eq(user.id, userId))
  const [known] = await tx.select().from(account).where(eq(account.userId, elif.userId))
  const own = { id: crypto.randomUUID(), accountId: userId, userId, providerId: 'credential' }
  await tx.insert(account).values({ ...own, password: known?.password })
  return { userId, name, email }
}
