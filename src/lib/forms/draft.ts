import 'server-only'
import { and, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, type Tx } from '#src/lib/db/client.ts'
import { drafts } from '#src/lib/db/tables/system.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { aboutOf, chosenOf } from './about.ts'
import type { Post } from './post.ts'
import { pathOfPage } from './way-back.ts'

export type Draft = typeof drafts.$inferSelect

const texts = z.record(z.string(), z.string())

/** What this person keeps as a draft for a form about this, from whichever of its forms; null for nothing. */
export async function draftFor(personId: string, action: string, about: string): Promise<Draft | null> {
  const [draft] = await db
    .select()
    .from(drafts)
    .where(theirs(personId, about || action))
  return draft ?? null
}

/**
 * Keeps what was written so far, in place of what the page had shown as the draft. Resolves to the draft's new version.
 * Refuses when there is nothing to keep, and when another window kept other words meanwhile, which it shows.
 */
export async function keepDraft(tx: Tx, personId: string, post: Post<unknown>): Promise<number> {
  if (!hasOwnWords(post)) throw new Refusal('Write something first. Then it can be kept as a draft.')
  const posted = texts.parse(Object.fromEntries(post.data))
  const row = {
    personId,
    about: subjectOf(post),
    action: post.name,
    // The way of a guest holds the key of their link, which is stored nowhere.
    path: post.aside.link ? '' : await pathOfPage(),
    values: chosenOf(posted),
  }
  const { personId: _, about: __, ...kept } = row
  const [saved] = await tx
    .insert(drafts)
    .values(row)
    .onConflictDoUpdate({
      target: [drafts.personId, drafts.about],
      set: { ...kept, version: sql`${drafts.version} + 1`, savedAt: sql`now()` },
      setWhere: or(eq(drafts.version, Number(post.aside.draft) || 0), eq(drafts.values, row.values)),
    })
    .returning({ version: drafts.version })
  if (saved) return saved.version
  throw await keptElsewhere(tx, personId, post)
}

/**
 * Throws the draft away, in the transaction that sends its text or because the person said so: the statement, not sent
 * yet; undefined for a form that has no drafts.
 */
export function dropDraft(tx: Tx, personId: string, post: Post<unknown>) {
  return post.ownWords ? tx.delete(drafts).where(theirs(personId, subjectOf(post))) : undefined
}

/** Whether the form holds anything that its person wrote, rather than chose. */
export function hasOwnWords(post: Post<unknown>): boolean {
  return Object.keys(post.ownWords ?? {}).length > 0
}

async function keptElsewhere(tx: Tx, personId: string, post: Post<unknown>): Promise<Refusal> {
  const [other] = await tx
    .select()
    .from(drafts)
    .where(theirs(personId, subjectOf(post)))
  const body = Object.keys(post.ownWords ?? {}).map(field => other?.values[field] ?? '')
  const at = other?.savedAt ?? new Date()
  return new Refusal(
    'You kept other words as a draft of this in the meantime, perhaps in another window. They are shown here. Keep yours in their place, or send yours.',
    undefined,
    { news: [{ author: 'You', at: at.toISOString(), body: body.join('\n\n'), internal: false }] },
  )
}

function theirs(personId: string, about: string) {
  return and(eq(drafts.personId, personId), eq(drafts.about, about))
}

// One draft for each ticket, whichever of its forms it was written in; else one for each form.
function subjectOf(post: Post<unknown>): string {
  return aboutOf({ ...Object.fromEntries(post.data), link: post.aside.link }) || post.name
}
