import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '#src/lib/actor.ts'
import type { Tx } from '#src/lib/db/client.ts'
import { user } from '#src/lib/db/tables/identity.ts'
import { newsChoices } from '#src/lib/db/tables/news.ts'
import { mergeForm } from '#src/lib/forms/merge-form.ts'
import { type Topic, topics } from '#src/mail/topics.ts'
import type { chooseNewsForm } from './forms.ts'
import { choicesFrom, switchedOff, topicsFor } from './news-choices.ts'

/**
 * Somebody chooses what they are told of by mail. What this form left alone stays as another window has set it. What it
 * changed counts, also over another window: of two answers there is nothing else that the other could have been.
 */
export async function chooseNews(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof chooseNewsForm>,
): Promise<'saved' | 'already-so'> {
  // Two windows of one person wait for each other here: the first choice of all has no row to be locked.
  const [, off] = await Promise.all([
    tx.select({ id: user.id }).from(user).where(eq(user.id, actor.userId)).for('no key update').execute(),
    switchedOff(tx, actor.userId),
  ])
  const now = choicesFrom(off)
  const offered = topicsFor(actor)
  const asked = mergeForm<Topic>(now, input).asked.filter(topic => offered.includes(topic))
  if (asked.length === 0) return 'already-so'
  const after = {
    off: topics.filter(topic => (asked.includes(topic) ? input[topic] : now[topic]) === 'no'),
    chosenAt: new Date(),
  }
  await tx
    .insert(newsChoices)
    .values({ userId: actor.userId, ...after })
    .onConflictDoUpdate({ target: newsChoices.userId, set: after })
  return 'saved'
}
