import 'server-only'
import { headers } from 'next/headers'
import { type Actor, actorWith, type Guest, rightsOfSender } from '#src/lib/actor.ts'
import { auth } from '#src/lib/auth.ts'
import { db } from '#src/lib/db/client.ts'
import { guestPath } from '#src/lib/guest-key.ts'
import { linkEnded, linkFor } from '#src/lib/guest-link.ts'
import { formEnded } from '#src/lib/http/current-answer.ts'
import { quietlySignedOut } from './drafting.ts'
import { holdFor, holdSubmission } from './hold.ts'
import { isForSomebodyElse, type Post } from './post.ts'
import type { Outcome } from './report.ts'
import { guestPage } from './token.ts'
import { pathToSignIn } from './way-back.ts'

/** Who sent a form, and whom its page must have been made for; or what happens instead of its work. */
export type Sender = { actor: Actor; pageFor: string; instead?: never } | { instead: Outcome }

/**
 * Who sent this form: the guest of the link that it came with, where its action takes guests, else whoever is signed in.
 * What somebody wrote without a session, or by a link that has run out meanwhile, is kept for them.
 */
export async function senderOf(post: Post<unknown>, takesGuests: boolean): Promise<Sender> {
  const [session, rights] = await Promise.all([
    auth().api.getSession({ headers: await headers() }),
    rightsOfSender(),
  ])
  if (takesGuests && post.aside.link) return guestOf(post)
  // Kept for the person whose page it was, also when somebody else has signed in on this machine since.
  if (!session || isForSomebodyElse(post, session.user.id))
    return { instead: quietlySignedOut(post) ?? (await holdAndSignIn(post)) }
  return { actor: actorWith(session.user, rights), pageFor: session.user.id }
}

async function guestOf(post: Post<unknown>): Promise<Sender> {
  const found = await linkFor(db, post.aside.link)
  if (!found || found.is === 'ended') throw linkEnded()
  const { guest, is } = found
  const pageFor = guestPage(guest.userId)
  if (is === 'open') return { actor: guest, pageFor }
  const quietly = quietlySignedOut(post)
  if (quietly) return { instead: quietly }
  // Only a page that we made for this guest: else anybody could lay words into their form.
  if (isForSomebodyElse(post, pageFor)) throw linkEnded()
  await holdFor(post, guest.userId)
  formEnded('held')
  return { instead: { path: guestPath(post.aside.link, 'kept-for-link') } }
}

/**
 * Where a guest goes in place of a requester's page: to that of their link. A ticket that follows theirs is not opened by
 * it; the link of that one comes by mail.
 * @param path of the portal, such as `/tickets/ABC-1234?done=reply-sent`
 */
export function wayOfGuest({ reference }: Guest, key: string, path: string): string {
  const [, shown = '', rest = ''] = /^\/tickets\/([^/?]+)(.*)$/.exec(path) ?? []
  if (shown.replace('-', '') === reference) return guestPath(key) + rest
  return guestPath(key, 'followed-up-by-mail')
}

async function holdAndSignIn(post: Post<unknown>): Promise<Outcome> {
  await holdSubmission(post)
  formEnded('held')
  return { path: await pathToSignIn() }
}
