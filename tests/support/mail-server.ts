import { afterAll } from 'vitest'
import { type Answers, openMailSink } from './mail-sink.ts'

export type { Answers }

/** The mail server of one test file. */
export async function startMailServer(...wanted: Parameters<typeof openMailSink>) {
  const sink = await openMailSink(...wanted)
  afterAll(sink.close)
  return sink
}
