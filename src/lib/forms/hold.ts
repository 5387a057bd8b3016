import 'server-only'
import { and, eq, gt, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { db, type Tx, transaction } from '#src/lib/db/client.ts'
import { heldSubmissions } from '#src/lib/db/tables/system.ts'
import { env } from '#src/lib/env.ts'
import { isHttps } from '#src/lib/session-cookie.ts'
import type { Post } from './post.ts'
import { seal, unseal } from './seal.ts'
import { personOf } from './token.ts'

const cookieName = 'holdfast-held'
const hours = 24
const entries = z.record(z.string(), z.string())

/** What a form is about, by its hidden fields: the same form on another ticket, or of another agent, is another form. */
export function aboutOf(hidden: Record<string, string>): string {
  return Object.entries(hidden)
    .flatMap(([field, value]) => (/^(reference|\w+Id)$/.test(field) ? [value] : []))
    .join(' ')
}

/**
 * Keeps what was sent without a session for 24 hours, sealed, for the person that the page was made for; a cookie
 * remembers which it was. Does nothing for a page that was made for nobody or not by us.
 */
export async function holdSubmission(post: Post<unknown>): Promise<void> {
  const personId = personOf(post.name, post.sealed)
  if (!personId) return
  const values = entries.parse(Object.fromEntries(post.data))
  const row = {
    personId,
    action: post.name,
    about: aboutOf(values),
    sealed: seal(personId, JSON.stringify(values)),
    expiresAt: sql`now() + make_interval(hours => ${hours})`,
  }
  const held = await transaction('system:hold', async tx => {
    const [made] = await tx.insert(heldSubmissions).values(row).returning({ id: heldSubmissions.id })
    return made
  })
  const jar = await cookies()
  jar.set(cookieName, held?.id ?? '', {
    httpOnly: true,
    secure: isHttps(env().baseUrl),
    sameSite: 'lax',
    path: '/',
    maxAge: hours * 3600,
  })
}

/** What is held for this person and this form, by field; null when nothing is. Somebody else never sees it. */
export async function heldFor(
  personId: string,
  action: string,
  about: string,
): Promise<Record<string, string> | null> {
  const id = await heldId()
  if (!id) return null
  const [held] = await db
    .select()
    .from(heldSubmissions)
    .where(and(theirs(id, personId), eq(heldSubmissions.action, action), eq(heldSubmissions.about, about)))
  const text = held && unseal(personId, held.sealed)
  return text ? entries.parse(JSON.parse(text)) : null
}

/** Whether this browser has something held, for the sign-in page to say so. It says neither whose nor what. */
export async function isSomethingHeld(): Promise<boolean> {
  const id = await heldId()
  if (!id) return false
  const [held] = await db
    .select({ id: heldSubmissions.id })
    .from(heldSubmissions)
    .where(and(eq(heldSubmissions.id, id), gt(heldSubmissions.expiresAt, sql`now()`)))
  return held !== undefined
}

/** Lets go of what was held, in the transaction that sends it. */
export async function releaseHeld(tx: Tx, personId: string, post: Post<unknown>): Promise<void> {
  const id = await heldId()
  if (id)
    await tx.delete(heldSubmissions).where(and(theirs(id, personId), eq(heldSubmissions.action, post.name)))
}

function theirs(id: string, personId: string) {
  return and(
    eq(heldSubmissions.id, id),
    eq(heldSubmissions.personId, personId),
    gt(heldSubmissions.expiresAt, sql`now()`),
  )
}

async function heldId() {
  const read = z.uuid().safeParse((await cookies()).get(cookieName)?.value)
  return read.success ? read.data : null
}
