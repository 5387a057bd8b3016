import { AsyncLocalStorage } from 'node:async_hooks'
import type { Unsent } from '#src/lib/forms/unsent.ts'
import type { AskedVersion } from './light-version.ts'
import { answersKey, type StillPart } from './still-content.ts'

export type AnswerStatus = 400 | 403 | 404 | 413 | 429 | 500 | 503

/** The answer to one request, while it is being made. */
export type Answer = {
  /** Method and path, without the query string: what the log says of the request. */
  readonly where: string
  /** Who is at the other end of the socket: the person, or the last proxy before us. */
  readonly remoteAddress: string | undefined
  /** Whether Next found no page at this address. */
  readonly isMissing: () => boolean
  /** What a page or an action has asked the status to be. */
  status: AnswerStatus | null
  /** After how many seconds asking again makes sense, for programs that ask by themselves. */
  retryAfter?: number
  noScript: boolean
  /** What says in which version this answer is sent. */
  version?: AskedVersion
  /** Names what the page shows, see `page-version.ts`. */
  shows?: string
  /** A form was sent and no action has been given it yet: a fault until then may be in what was sent. */
  unread?: boolean
  /** What was sent was larger than it may be, and was not read to its end. */
  cut?: boolean
  /** Whether a large form got its turn, once that is known; undefined for any other. */
  admitted?: Promise<boolean>
  /** What became of the form that was sent, where an action was given it. */
  form?: 'done' | 'refused' | 'held' | 'failed'
  /** Set once a fault of this request stands in the log. */
  reference: string | null
  /** The form that was not accepted in this request, for a page that cannot be read to show it again. */
  unsent?: Unsent
  /** Parts of the page that go as HTML alone (`src/ui/still.tsx`); undefined where Next's scripts ask, who have no use for it. */
  readonly still?: StillPart[]
  /** Next's marks of the faults that were logged for this request. */
  readonly digests: Set<string>
}

/** The answer being made, where the request hook is at work; undefined elsewhere (serverless, tests, worker). */
export function currentAnswer(): Answer | undefined {
  return answers().getStore()
}

/** Says that the form of this request could be read: whatever fails from here on is a fault of ours. */
export function formIsRead(): void {
  const answer = currentAnswer()
  if (answer) answer.unread = false
}

/** Says what became of the form of this request; what is said first holds. */
export function formEnded(how: NonNullable<Answer['form']>): void {
  const answer = currentAnswer()
  if (answer) answer.form ??= how
}

/** Everything that follows in this request finds `answer`, in place of what an earlier request left behind. */
export function beginAnswer(answer: Answer): void {
  answers().enterWith(answer)
}

// The hook lives in the bundle of instrumentation.ts and pages in others, so a module variable would be two.
type Shared = { [answersKey]?: AsyncLocalStorage<Answer> }

function answers(): AsyncLocalStorage<Answer> {
  const shared = globalThis as Shared
  shared[answersKey] ??= new AsyncLocalStorage()
  return shared[answersKey]
}

/** Where the request hook leaves word that it is at work in this process. */
export const watchedKey = Symbol.for('holdfast.requests-watched')

/** Whether it is. Without `src/commands/early-requests.mjs`, a request that came while the server loaded has no answer. */
export function requestsAreWatched(): boolean {
  return watchedKey in globalThis
}
