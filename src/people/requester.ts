import { eq } from 'drizzle-orm'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'

/** The person with this address, made now if nobody has it: without a password, to be set later by that address. */
export async function requesterFor(tx: Tx, { name, email }: { name: string; email: string }) {
  // In one flight and in this order, which an insert keeps that gives something back. Two statements, because one would not
  // see somebody who was made while it waited.
  const [, [person]] = await Promise.all([
    tx
      .insert(user)
      .values({ id: crypto.randomUUID(), name, email })
      .onConflictDoNothing({ target: user.email })
      .returning({ id: user.id })
      .execute(),
    tx
      .select({ userId: user.id, name: user.name, email: user.email })
      .from(user)
      .where(eq(user.email, email))
      .execute(),
  ])
  if (!person) throw new Error('The requester was neither found nor made')
  return person
}
