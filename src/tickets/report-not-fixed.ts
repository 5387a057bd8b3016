import type { z } from 'zod'
import { keptFiles } from '#src/files/attach-kept.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { alreadySaid } from './already-said.ts'
import { lockAsRequester } from './find.ts'
import type { reportNotFixedForm } from './forms.ts'
import { followUp } from './open-ticket.ts'
import { returningSeat } from './returning-seat.ts'
import { transition } from './status.ts'
import { writeDown } from './write-down.ts'

type Reported = { reference: string; done: 'not-fixed' | 'followed-up' | 'already-sent' }

/**
 * The requester says what is still wrong. Resolves to the reference of the ticket that goes on with it. Words that
 * they had sent as a mere message still reopen what has been answered or solved since; they are not doubled.
 */
export async function reportNotFixed(
  tx: Tx,
  actor: Actor,
  { reference, body, files: chosen, language }: z.output<typeof reportNotFixedForm>,
): Promise<Reported> {
  const [ticket, said, files] = await Promise.all([
    lockAsRequester(tx, actor, reference),
    alreadySaid(tx, actor, { reference, body, files: chosen, isInternal: false }),
    keptFiles(tx, actor, chosen),
  ])
  const outcome = transition(ticket.status, 'customer-disputes')
  if (said && (said.kind === 'disputed' || outcome.refused !== undefined))
    return { reference: said.reference, done: 'already-sent' }
  if (outcome.refused !== undefined && outcome.followUp)
    return { reference: await followUp(tx, actor, ticket, { body, files, language }), done: 'followed-up' }
  if (outcome.refused !== undefined) throw new Refusal(outcome.refused)
  await writeDown(tx, actor, ticket, {
    kind: 'disputed',
    message: said ? undefined : { body, files, language, isInternal: false },
    fields: { status: outcome.next, ...(outcome.reopened && (await returningSeat(tx, ticket))) },
    reopened: outcome.reopened,
  })
  return { reference, done: 'not-fixed' }
}
