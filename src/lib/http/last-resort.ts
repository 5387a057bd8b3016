import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './current-answer.ts'
import { wantsDocument } from './document-request.ts'
import { lastResortHeaders, lastResortPage } from './last-resort-page.ts'
import { pageMethods } from './limits.ts'
import { failureReference } from './report-fault.ts'
import type { Replacement } from './response-hook.ts'
import { securityHeaders } from './security-headers.ts'

type Held = 'wait' | 'pass' | Replacement

/** Whether this answer could be one that nobody can read: a failure, on its way to somebody's browser. */
export function mayBeUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  if (response.statusCode < 400 || !wantsDocument(request)) return false
  const type = contentType(response)
  if (isBare(type)) return true
  return type === 'text/html' && request.method !== 'HEAD' && !response.hasHeader('content-encoding')
}

/**
 * Looks at the beginning of a failed answer. Next's bare line of text, its blank document and its fragment
 * without a document are replaced by a page of ours with the status it should have; anything else passes.
 */
export function judgeFailure(exchange: Exchange, body: Buffer, ended: boolean): Held {
  const { response } = exchange
  if (isBare(contentType(response))) return lastResort(exchange)
  if (!ended && body.length < enoughToTell) return 'wait'
  return isReadable(body) ? 'pass' : lastResort(exchange)
}

export type Exchange = { request: IncomingMessage; response: ServerResponse; answer: Answer }

// Next puts the mark of its blank document on the <html> tag itself.
const enoughToTell = 1024

function isReadable(body: Buffer): boolean {
  const start = body.subarray(0, enoughToTell).toString('latin1')
  return /^\s*<!doctype html/i.test(start) && !/<html[^>]*\bid="__next_error__"/i.test(start)
}

function isBare(type: string): boolean {
  return type === '' || type === 'text/plain'
}

function contentType(response: ServerResponse): string {
  return String(response.getHeader('content-type') ?? '')
    .split(';', 1)[0]!
    .trim()
    .toLowerCase()
}

function lastResort(exchange: Exchange): Replacement {
  const { request, answer } = exchange
  const status = honestStatus(exchange)
  return {
    status,
    headers: { ...securityHeaders(false), ...lastResortHeaders() },
    body: lastResortPage({
      status,
      submitted: request.method === 'POST',
      reference: failureReference(answer, status),
      address: request.url ?? '/',
    }),
  }
}

// Next says 500 where the fault is in the request: a form over the limit whose length was not announced, a form that
// came in half or garbled, or a method that its request object refuses to carry.
function honestStatus({ request, response, answer }: Exchange): number {
  if (response.statusCode !== 500) return response.statusCode
  if (!pageMethods.includes(request.method ?? '')) return 405
  return answer.status === 413 || answer.status === 400 ? answer.status : 500
}
