import 'server-only'
import { and, eq } from 'drizzle-orm'
import { type Last, type Tx, transaction } from '#src/lib/db/client.ts'
import { submissions } from '#src/lib/db/tables/system.ts'
import { Refusal } from '#src/lib/refusal.ts'
import { dropDraft, hasOwnWords, keepDraft } from './draft.ts'
import { releaseHeld } from './hold.ts'
import type { Post } from './post.ts'
import { type DraftAnswer, type Outcome, reportOf } from './report.ts'
import { personOf } from './token.ts'
import { pathOfPage } from './way-back.ts'

/** What the buttons of a form with drafts say, and what the form says by itself while somebody types. */
const intents = { draft: save, discard, look, 'draft-quietly': saveQuietly }

/** Whether this form was sent to keep or throw away its draft, rather than to be done. */
export function isAboutDraft(post: Post<unknown>): boolean {
  return post.ownWords !== null && Object.hasOwn(intents, post.aside.intent)
}

/** The answer to a quiet save when there is nobody to keep a draft for; null for a form that somebody sent. */
export function quietlySignedOut(post: Post<unknown>): Outcome | null {
  return isAboutDraft(post) && post.aside.intent === 'draft-quietly' ? quiet('signed-out') : null
}

/**
 * Keeps the text of a form as a draft, or throws the draft away; the form itself is not sent and not checked.
 * @param pageFor whom its page was made for, as its token says
 */
export async function draftInstead(post: Post<unknown>, personId: string, pageFor: string): Promise<Outcome> {
  // A file that cannot be kept would be missing from the draft without a word.
  if (post.errors && (post.errors.formErrors || post.received.refused.length > 0))
    return { report: reportOf(post.data, post.errors) }
  if (personOf(post.name, post.sealed) !== pageFor)
    throw new Refusal('This page was not made for you. Check what you wrote and try again.')
  return intents[post.aside.intent as keyof typeof intents](post, personId)
}

/** What an action may ask of its form: to keep what was written as a draft, where its work does not send it. */
export type Composing = { keepText: () => Promise<void> }

/** The draft of a form while its work is done: it goes with the text that is sent, and stays when that was kept. */
export function draftDuring(tx: Tx, personId: string, post: Post<unknown>) {
  let leave = !hasOwnWords(post)
  return {
    async keepText() {
      if (!leave) await keepDraft(tx, personId, post)
      leave = true
    },
    /** The statement with which it goes, not sent yet; undefined when it stays. */
    settle: () => (leave ? undefined : dropDraft(tx, personId, post)),
  }
}

async function save(post: Post<unknown>, personId: string) {
  const keep = async (tx: Tx, last: Last) => {
    await keepDraft(tx, personId, post)
    last(releaseHeld(tx, personId, post))
  }
  await transaction(personId, keep, { repeatable: true })
  return { path: await pageSaying('draft-kept') }
}

// The page is shown as it is now, and says whether it shows something else than before. What was written comes along.
async function look(post: Post<unknown>, personId: string): Promise<Outcome> {
  const since = `since=${encodeURIComponent(post.aside.shown)}`
  if (!hasOwnWords(post)) return { path: withQuery(await pathOfPage(), since) }
  const { path } = await save(post, personId)
  return { path: withQuery(path, since) }
}

async function discard(post: Post<unknown>, personId: string): Promise<Outcome> {
  const drop = async (tx: Tx, last: Last) => last(dropDraft(tx, personId, post))
  await transaction(personId, drop, { repeatable: true })
  return { path: await pageSaying('draft-discarded') }
}

async function saveQuietly(post: Post<unknown>, personId: string): Promise<Outcome> {
  if (!hasOwnWords(post)) return quiet('nothing')
  try {
    return quiet(await transaction(personId, tx => keepUnlessSent(tx, personId, post), { repeatable: true }))
  } catch (error) {
    if (error instanceof Refusal) return quiet('elsewhere')
    throw error
  }
}

function quiet(draft: DraftAnswer): Outcome {
  return { report: { ...reportOf(new FormData(), {}), draft } }
}

// A save that comes late must not bring back what was sent: it takes the form's key as the send does, and gives it
// back, so that one of the two waits for the other.
async function keepUnlessSent(tx: Tx, personId: string, post: Post<unknown>): Promise<number | 'nothing'> {
  if (!post.token) return keepDraft(tx, personId, post)
  const key = { actorId: personId, key: post.token.key }
  const [taken] = await tx
    .insert(submissions)
    .values({ ...key, action: post.name, fingerprint: '' })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (!taken) return 'nothing'
  const version = await keepDraft(tx, personId, post)
  await tx.delete(submissions).where(and(eq(submissions.actorId, personId), eq(submissions.key, key.key)))
  return version
}

async function pageSaying(done: string): Promise<string> {
  return withQuery(await pathOfPage(), `done=${done}`)
}

function withQuery(path: string, query: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${query}`
}
