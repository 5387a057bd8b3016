import { and, eq } from 'drizzle-orm'
import type { Agent } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { drafts } from '#src/lib/db/tables/ticket-history.ts'
import type { Ticket } from './find.ts'

/** Keeps what somebody has written so far: one draft per person and ticket, the newest text wins. */
export async function keepDraft(
  tx: Tx,
  agent: Agent,
  ticket: Ticket,
  draft: { kind: 'reply' | 'note'; body: string },
) {
  const row = { ...draft, updatedAt: new Date() }
  await tx
    .insert(drafts)
    .values({ authorId: agent.userId, ticketId: ticket.id, ...row })
    .onConflictDoUpdate({ target: [drafts.authorId, drafts.ticketId], set: row })
}

/** Throws the draft away, in the transaction that sends or discards its text. */
export async function dropDraft(tx: Tx, agent: Agent, ticket: Ticket) {
  await tx.delete(drafts).where(and(eq(drafts.authorId, agent.userId), eq(drafts.ticketId, ticket.id)))
}
