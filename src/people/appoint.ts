import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#src/lib/db/client.ts'
import { account, session, user } from '#src/lib/db/tables/identity.ts'
import { agents } from '#src/lib/db/tables/people.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { teamToJoin } from './find.ts'
import type { inviteForm } from './forms.ts'
import { requesterFor } from './requester.ts'

/**
 * Makes an agent of the person with this address, who is made too if nobody has it. Asks for no rights: it is for the
 * command line, and for `invite` after it has asked. Refuses an address that is an agent's already.
 */
export async function appoint(
  tx: Tx,
  { name, email, role, team }: z.output<typeof inviteForm>,
): Promise<{ agentId: string; userId: string; name: string; email: string }> {
  const [person, inTeam] = await Promise.all([requesterFor(tx, { name, email }), teamToJoin(tx, team)])
  const [[agent]] = await Promise.all([
    tx
      .insert(agents)
      .values({ userId: person.userId, role, team: inTeam })
      .onConflictDoNothing({ target: agents.userId })
      .returning({ agentId: agents.id }),
    forgetUnconfirmedSignUp(tx, person.userId),
  ])
  if (!agent) throw new Refusal(await whyNot(tx, person), 'email')
  return { ...agent, ...person }
}

async function whyNot(tx: Tx, { userId, name }: { userId: string; name: string }): Promise<string> {
  const [agent] = await tx.select({ active: agents.active }).from(agents).where(eq(agents.userId, userId))
  return agent?.active
    ? `${name} works here already, under this address.`
    : `${name} worked here before, under this address. Open ${name} in the list of agents and reactivate them.`
}

// Anybody can sign up with the address of a future agent. Only who reads its mail may come to the desk by it.
async function forgetUnconfirmedSignUp(tx: Tx, userId: string): Promise<void> {
  const unconfirmed = tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, userId), eq(user.emailVerified, false)))
  await Promise.all([
    tx.delete(account).where(inArray(account.userId, unconfirmed)),
    tx.delete(session).where(inArray(session.userId, unconfirmed)),
  ])
}
