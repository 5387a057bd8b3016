import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { communicationNeeds } from '#src/lib/db/tables/people.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { Refusal } from '#src/lib/refusal.ts'
import type { tellNeedsForm } from './forms.ts'
import { type Need, needs } from './needs.ts'
import { needsOf } from './queries.ts'

/**
 * Somebody says how they want to be communicated with. What they changed in another window after this page was made is
 * kept where this form left it alone, and refused where the two differ.
 */
export async function tellNeeds(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof tellNeedsForm>,
): Promise<'saved' | 'already-so'> {
  // Two windows of one person wait for each other here: the first telling of all has no row to be locked.
  await tx.select({ id: user.id }).from(user).where(eq(user.id, actor.userId)).for('no key update')
  const told = await needsOf(tx, actor.userId)
  const now = { ...ticksOf(told.needs), words: told.words }
  const wanted = { ...input, words: input.words?.trim() ?? '' }
  const { asked, overtaken, hidden } = mergeForm<Need | 'words'>(now, wanted)
  if (overtaken.length > 0) throw new Refusal(changedElsewhere, overtaken[0], { hidden })
  if (asked.length === 0) return 'already-so'
  const after = {
    needs: needs.filter(need => (asked.includes(need) ? wanted[need] : now[need]) === 'yes'),
    words: asked.includes('words') ? wanted.words : told.words,
    toldAt: new Date(),
  }
  await tx
    .insert(communicationNeeds)
    .values({ userId: actor.userId, ...after })
    .onConflictDoUpdate({ target: communicationNeeds.userId, set: after })
  return 'saved'
}

/** Every need with the value of its box. */
export function ticksOf(told: Need[]): Record<Need, 'yes' | ''> {
  const tick = (need: Need) => (told.includes(need) ? 'yes' : '')
  return {
    print: tick('print'),
    plain: tick('plain'),
    files: tick('files'),
    writing: tick('writing'),
    relay: tick('relay'),
    signing: tick('signing'),
    interpreter: tick('interpreter'),
    time: tick('time'),
  }
}

const changedElsewhere =
  'You changed this in another window after you opened this page. Check what stands here and save it again.'
