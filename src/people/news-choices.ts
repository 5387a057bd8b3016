import 'server-only'
import { eq } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { newsChoices } from '#src/lib/db/tables/news.ts'
import { type Topic, topics, topicsOfRequesters } from '#src/mail/topics.ts'

/** What somebody can be told of at all, in the order in which it is asked. Agents may ask for help themselves. */
export function topicsFor(actor: Actor): readonly Topic[] {
  return actor.kind === 'agent' ? topics : topicsOfRequesters
}

/** What somebody has switched off. Everything is on for whoever never chose. */
export async function switchedOff(reader: Reader, userId: string): Promise<Topic[]> {
  const [choice] = await reader
    .select({ off: newsChoices.off })
    .from(newsChoices)
    .where(eq(newsChoices.userId, userId))
  return choice?.off ?? []
}

/** Every topic with the value of its field. */
export function choicesFrom(off: readonly Topic[]): Record<Topic, 'yes' | 'no'> {
  const choice = (topic: Topic) => (off.includes(topic) ? 'no' : 'yes')
  return {
    answers: choice('answers'),
    changes: choice('changes'),
    assigned: choice('assigned'),
    replies: choice('replies'),
    times: choice('times'),
    team: choice('team'),
  }
}
