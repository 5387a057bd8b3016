import { and, eq } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import type { Said } from './already-said.ts'
import { referenceIn } from './paths.ts'

/** The ticket that a submit led its agent to, when it was sent for the first time; undefined for none that we know. */
export async function ledTo(tx: Tx, agent: Agent, said: Said): Promise<string | undefined> {
  if (said.submissionId === null) return undefined
  const [first] = await tx
    .select({ path: submissions.result })
    .from(submissions)
    .where(and(eq(submissions.actorId, agent.userId), eq(submissions.key, said.submissionId)))
  return referenceIn(first?.path ?? '')
}
