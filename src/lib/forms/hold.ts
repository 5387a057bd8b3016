import 'server-only'
import { and, desc, eq, gt, notInArray, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { heldSubmissions } from '#src/lib/db/tables/system.ts'
import { env } from '#src/lib/env.ts'
import { isHttps } from '#src/lib/session-cookie.ts'
import { aboutOf } from './about.ts'
import type { Post } from './post.ts'
import { seal, unseal } from './seal.ts'
import { isPageForGuest, personOf } from './token.ts'

const cookieName = 'holdfast-held'
const hours = 24
const mostForOne = 50
const entries = z.record(z.string(), z.string())
const { personId: whose, action, about, fingerprint } = heldSubmissions
const sameText = [whose, action, about, fingerprint]
const expiresAt = sql<Date>`now() + make_interval(hours => ${hours})`

/**
 * Keeps what was sent without a session for 24 hours, sealed, for the person that the page was made for; the same text
 * sent again is kept once. A cookie remembers which it was, so that the sign-in page can say so. Does nothing for a
 * page that was made for nobody, for a guest or not by us.
 */
export async function holdSubmission(post: Post<unknown>): Promise<void> {
  const personId = personOf(post.name, post.sealed)
  if (!personId || isPageForGuest(personId)) return
  const heldId = await holdFor(post, personId)
  const jar = await cookies()
  jar.set(cookieName, heldId ?? '', {
    httpOnly: true,
    secure: isHttps(env().baseUrl),
    sameSite: 'lax',
    path: '/',
    maxAge: hours * 3600,
  })
}

/** The same for somebody who is known otherwise, such as the guest of a link that has run out. Resolves to its id. */
export async function holdFor(post: Post<unknown>, personId: string): Promise<string | undefined> {
  const values = entries.parse(Object.fromEntries(post.data))
  const row = {
    personId,
    action: post.name,
    about: aboutOf({ ...values, link: post.aside.link }),
    fingerprint: post.fingerprint,
    sealed: seal(personId, JSON.stringify(values)),
    expiresAt,
  }
  return transaction('system:hold', async tx => {
    const [made] = await tx
      .insert(heldSubmissions)
      .values(row)
      .onConflictDoUpdate({ target: sameText, set: { expiresAt } })
      .returning({ id: heldSubmissions.id })
    await forgetOldest(tx, personId)
    return made?.id
  })
}

export type Held = { id: string; action: string; values: Record<string, string> }

/**
 * What is held for this person about this, the newest first, for whichever form; what is held about nothing in
 * particular is asked for by the form.
 */
export async function heldAbout(personId: string, about: string, action?: string): Promise<Held[]> {
  const rows = await db
    .select()
    .from(heldSubmissions)
    .where(
      and(
        stillHeld(personId),
        eq(heldSubmissions.about, about),
        action ? eq(heldSubmissions.action, action) : undefined,
      ),
    )
    .orderBy(desc(heldSubmissions.expiresAt))
    .limit(mostForOne)
  return rows.flatMap(({ id, action, sealed }) => {
    const text = unseal(personId, sealed)
    return text ? [{ id, action, values: entries.parse(JSON.parse(text)) }] : []
  })
}

/** The form whose text this browser sent without a session, such as `tickets.reply`; null for none. Not whose it is. */
export async function heldFromHere(): Promise<string | null> {
  const id = z.uuid().safeParse((await cookies()).get(cookieName)?.value)
  if (!id.success) return null
  const [held] = await db
    .select({ action: heldSubmissions.action })
    .from(heldSubmissions)
    .where(and(eq(heldSubmissions.id, id.data), gt(heldSubmissions.expiresAt, sql`now()`)))
  return held?.action ?? null
}

/**
 * Lets go of what the page had brought back, in the transaction that sends or keeps it: the statement, not sent yet;
 * undefined where nothing was held.
 */
export function releaseHeld(tx: Tx, personId: string, post: Post<unknown>) {
  const id = z.uuid().safeParse(post.aside.held)
  if (!id.success) return undefined
  return tx
    .delete(heldSubmissions)
    .where(and(eq(heldSubmissions.id, id.data), eq(heldSubmissions.personId, personId)))
}

function stillHeld(personId: string) {
  return and(eq(heldSubmissions.personId, personId), gt(heldSubmissions.expiresAt, sql`now()`))
}

// Nobody has to sign in for this, so it has a limit: the newest stay.
async function forgetOldest(tx: Tx, personId: string): Promise<void> {
  const newest = tx
    .select({ id: heldSubmissions.id })
    .from(heldSubmissions)
    .where(eq(heldSubmissions.personId, personId))
    .orderBy(desc(heldSubmissions.expiresAt))
    .limit(mostForOne)
  await tx
    .delete(heldSubmissions)
    .where(and(eq(heldSubmissions.personId, personId), notInArray(heldSubmissions.id, newest)))
}
