import type { ServerResponse } from 'node:http'
import { createHistogram } from 'node:perf_hooks'
import type { LogFields } from '#src/lib/log.ts'
import type { Answer } from './current-answer.ts'

// How long answers took, in milliseconds: a fixed number of buckets, however many there are.
const took = createHistogram()
const none = {
  done: 0,
  redirected: 0,
  refused: 0,
  failed: 0,
  broken: 0,
  formsDone: 0,
  formsRefused: 0,
  formsHeld: 0,
  formsFailed: 0,
}
let counts = { ...none }

/** Counts one answer, when it is out. One that its client did not wait for is broken. */
export function countAnswer(response: ServerResponse, answer: Answer): void {
  const began = performance.now()
  response.once('close', () => {
    took.record(Math.max(1, Math.round(performance.now() - began)))
    counts[response.writableFinished ? kindOf(response.statusCode) : 'broken']++
    if (answer.form) counts[byForm[answer.form]]++
  })
}

/** What was counted since this was last asked: answers by their status, how long half and 95 of 100 took, forms by their end. */
export function requestFigures(): LogFields {
  const { formsDone, formsRefused, formsHeld, formsFailed, ...answers } = counts
  const half = took.count === 0 ? null : took.percentile(50)
  const most = took.count === 0 ? null : took.percentile(95)
  counts = { ...none }
  took.reset()
  return { ...answers, p50Ms: half, p95Ms: most, formsDone, formsRefused, formsHeld, formsFailed }
}

function kindOf(status: number) {
  if (status < 300) return 'done'
  if (status < 400) return 'redirected'
  return status < 500 ? 'refused' : 'failed'
}

const byForm = {
  done: 'formsDone',
  refused: 'formsRefused',
  held: 'formsHeld',
  failed: 'formsFailed',
} as const
