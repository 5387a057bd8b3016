import { and, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { account, session, user, verification } from '#src/lib/db/tables/identity.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { storedResetToken } from './reset-token.ts'

const credential = 'credential'

/**
 * Sets the password of whoever holds this token, spends the token and every other one of theirs, and ends all
 * their sessions. The token came by mail, so the address counts as confirmed: somebody whose address was used
 * by a stranger gets in and the stranger does not. Refuses a token that is spent, too old or not ours.
 */
export async function resetPassword(
  tx: Tx,
  { token, passwordHash }: { token: string; passwordHash: string },
): Promise<void> {
  const [spent] = await tx
    .delete(verification)
    .where(and(eq(verification.identifier, storedResetToken(token)), gt(verification.expiresAt, sql`now()`)))
    .returning({ userId: verification.value })
  const userId = spent && (await confirmedOwner(tx, spent.userId))
  if (!userId)
    throw new Refusal('This link was used before, or it is too old. Ask for a new one; it comes by mail.')
  await Promise.all([
    tx.delete(verification).where(eq(verification.value, userId)),
    tx.delete(session).where(eq(session.userId, userId)),
    setPassword(tx, userId, passwordHash),
  ])
}

// Also keeps the person's row until the end, so that two links at once make one password.
async function confirmedOwner(tx: Tx, userId: string) {
  const [owner] = await tx
    .update(user)
    .set({ emailVerified: true, updatedAt: sql`now()` })
    .where(eq(user.id, userId))
    .returning({ userId: user.id })
  return owner?.userId
}

async function setPassword(tx: Tx, userId: string, password: string) {
  const [changed] = await tx
    .update(account)
    .set({ password, updatedAt: sql`now()` })
    .where(and(eq(account.userId, userId), eq(account.providerId, credential)))
    .returning({ id: account.id })
  if (changed) return
  await tx
    .insert(account)
    .values({ id: crypto.randomUUID(), userId, accountId: userId, providerId: credential, password })
}
