import 'server-only'
import { and, desc, eq, notLike } from 'drizzle-orm'
import type { Actor } from '#src/lib/actor.ts'
import type { Reader } from '#src/lib/db/client.ts'
import { drafts } from '#src/lib/db/tables/system.ts'
import { tickets } from '#src/lib/db/tables/tickets.ts'
import { ofGuest } from '#src/lib/forms/about.ts'
import { reachableBy } from './scope.ts'

export type MyDraft = Awaited<ReturnType<typeof myDrafts>>[number]

/**
 * Everything that somebody wrote and did not send, the newest first. `subject` is that of the ticket that it is about,
 * null for a new ticket and for one that they cannot reach any more. What guests keep stays on the pages of their links.
 */
export function myDrafts(reader: Reader, actor: Actor) {
  return reader
    .select({
      about: drafts.about,
      action: drafts.action,
      path: drafts.path,
      values: drafts.values,
      savedAt: drafts.savedAt,
      subject: tickets.subject,
      subjectLanguage: tickets.subjectLanguage,
    })
    .from(drafts)
    .leftJoin(tickets, and(eq(tickets.reference, drafts.about), reachableBy(actor)))
    .where(and(eq(drafts.personId, actor.userId), notLike(drafts.about, `${ofGuest} %`)))
    .orderBy(desc(drafts.savedAt))
}
