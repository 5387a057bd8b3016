import type { z } from 'zod'
import { keptFiles } from '#src/files/attach-kept.ts'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { alreadySaid } from './already-said.ts'
import { lockForWork } from './find.ts'
import type { noteForm } from './forms.ts'
import { refuseIfOvertaken } from './refuse-if-overtaken.ts'
import { work } from './work.ts'

/** An agent notes something for colleagues. Changes no state, and no requester ever sees it. */
export async function addNote(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof noteForm>,
): Promise<'note-added' | 'already-sent'> {
  const [[agent, ticket], said, files] = await Promise.all([
    lockForWork(tx, actor, input.reference),
    alreadySaid(tx, actor, { ...input, isInternal: true }),
    keptFiles(tx, actor, input.files),
  ])
  if (said) return 'already-sent'
  await refuseIfOvertaken(tx, agent, ticket, input.seen)
  await work(tx, agent, ticket, { note: input.body, files, language: input.language })
  return 'note-added'
}
