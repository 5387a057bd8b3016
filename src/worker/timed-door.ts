import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#src/lib/env.ts'
import { machineAnswer } from '#src/lib/http/machine-answer.ts'
import { logEvent } from '#src/lib/log.ts'
import { type Worked, workFor } from './work-for.ts'

/** After this nothing more is begun; what is under way then has as long again, and a host allows a minute. */
const beginMs = 25_000
const graceMs = 25_000

let running: Promise<Worked> | undefined

/**
 * Does what the worker does, for a host that calls this address by a schedule and bears the secret of the settings. A
 * second call meanwhile waits for the same work. Answers 503 where something did not work: it is done at the next call.
 */
export async function workWhenCalled(request: Request): Promise<Response> {
  const { cronSecret } = env()
  if (cronSecret === undefined) return machineAnswer(404, 'There is nothing at this address.')
  if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${cronSecret}`)) {
    logEvent('work.refused')
    return machineAnswer(401, 'The secret is missing, or it is not the one of this desk.')
  }
  running ??= workFor(beginMs).finally(() => {
    running = undefined
  })
  const worked = await Promise.race([running, wait(beginMs + graceMs, undefined, { ref: false })])
  if (!worked) return machineAnswer(200, 'There is more to do, which the next call goes on with.')
  const { done, failed } = worked
  if (failed.length > 0)
    return machineAnswer(503, `This did not work, and the log has why: ${failed.join(', ')}.`)
  return machineAnswer(200, done.length > 0 ? `Done: ${done.join(', ')}.` : 'There was nothing to do.')
}

// Hashed first, so that both are of one length.
function isSame(given: string, right: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(right))
}

const hashOf = (words: string) => createHash('sha256').update(words).digest()
