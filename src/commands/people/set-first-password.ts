import { hashPassword } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import { Complaint } from '#src/commands/terminal.ts'
import { passwordProblem } from '#src/identity/password-rule.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { account, session, user } from '#src/lib/db/tables/identity.ts'

type Person = { userId: string; name: string; email: string }

const provider = 'credential'

/**
 * Gives somebody the password that whoever runs the desk has typed. That person also vouches for the address, so it
 * counts as confirmed; a password and sessions that were there before are worth nothing any more.
 */
export async function setFirstPassword(tx: Tx, person: Person, password: string): Promise<void> {
  const problem = passwordProblem(password, [person.name, person.email])
  if (problem) throw new Complaint(problem)
  const { userId } = person
  await tx.delete(session).where(eq(session.userId, userId))
  await tx.delete(account).where(and(eq(account.userId, userId), eq(account.providerId, provider)))
  const id = crypto.randomUUID()
  await tx
    .insert(account)
    .values({ id, userId, accountId: userId, providerId: provider, password: await hashPassword(password) })
  await tx.update(user).set({ emailVerified: true }).where(eq(user.id, userId))
}
