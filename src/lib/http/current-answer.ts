import { AsyncLocalStorage } from 'node:async_hooks'

export type AnswerStatus = 403 | 404 | 413 | 500 | 503

/** What a page or an action has asked of the answer to the request it runs in. */
export type Answer = { status: AnswerStatus | null; noScript: boolean; reference: string | null }

/** The answer being made, where the response hook is at work; undefined elsewhere (serverless, tests, worker). */
export function currentAnswer(): Answer | undefined {
  return answers().getStore()
}

/** Everything that follows in this request finds `answer`. Replaces what an earlier request left behind. */
export function beginAnswer(answer: Answer): void {
  answers().enterWith(answer)
}

// The hook lives in the bundle of instrumentation.ts and pages in others, so a module variable would be two.
const key = Symbol.for('holdfast.answers')
type Shared = { [key]?: AsyncLocalStorage<Answer> }

function answers(): AsyncLocalStorage<Answer> {
  const shared = globalThis as Shared
  shared[key] ??= new AsyncLocalStorage()
  return shared[key]
}
