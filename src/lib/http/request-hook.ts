import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gateBody } from './body-gate.ts'
import { type Answer, beginAnswer, watchedKey } from './current-answer.ts'
import { isClientRouter } from './document-request.ts'
import { fileRules, isBuiltFile } from './kept-files.ts'
import { askedVersion } from './light-version.ts'
import { pageRules } from './page-rules.ts'
import { countAnswer } from './request-figures.ts'
import { hookResponse } from './response-hook.ts'

/**
 * Watches every request that this process serves, by the channel on which Node announces them. What must be
 * known of a page before its first byte leaves (its status, whether it can be read at all) is decided here,
 * because Next has no place for it. Calling it again does nothing.
 * @param alwaysLight whether everybody gets the light version; asked for each request
 */
export function watchRequests(alwaysLight = () => false): void {
  const shared = globalThis as Shared
  if (shared[watchedKey]) return
  shared[watchedKey] = true
  for (const message of shared[earlyRequests]?.() ?? []) attend(message, watchEarly(alwaysLight))
  subscribe('http.server.request.start', message => attend(message, watch(alwaysLight)))
}

const earlyRequests = Symbol.for('holdfast.early-requests')
type Shared = {
  [watchedKey]?: true
  /** Hands over the requests that came before this hook, see src/commands/early-requests.mjs. */
  [earlyRequests]?: () => unknown[]
}

type Watch = (request: IncomingMessage, response: ServerResponse) => void

function attend(message: unknown, how: Watch): void {
  // An error thrown in here would end the process.
  try {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    how(request, response)
  } catch {
    // The request goes on without us, as it would where this hook is not at work.
  }
}

/** Begins the answer to one request and puts our rules on its response. */
function watch(alwaysLight: () => boolean): Watch {
  return (request, response) => {
    const answer = { ...answerTo(request, response, alwaysLight()), unread: isForm(request) }
    beginAnswer(answer)
    gateBody(request, response, answer)
    hookResponse(response, isBuiltFile(request) ? fileRules(request) : pageRules(request, answer))
    // Files of the build and the questions of a proxy are quick and many, and would hide what people wait for.
    if (!isBuiltFile(request) && request.url !== '/health') countAnswer(response, answer)
  }
}

// Its pages and actions run apart from us and cannot say anything of this answer; what nobody can read, we see.
function watchEarly(alwaysLight: () => boolean): Watch {
  return (request, response) => {
    if (response.headersSent) return
    hookResponse(response, pageRules(request, answerTo(request, response, alwaysLight())))
  }
}

function answerTo(request: IncomingMessage, response: ServerResponse, alwaysLight: boolean): Answer {
  const path = (request.url ?? '').split('?', 1)[0]
  return {
    where: `${request.method} ${path}`.slice(0, 200),
    remoteAddress: request.socket.remoteAddress,
    isMissing: () => response.statusCode === 404,
    status: null,
    noScript: false,
    version: askedVersion(request, alwaysLight),
    unread: false,
    reference: null,
    still: isClientRouter(request) ? undefined : [],
    digests: new Set(),
  }
}

function isForm({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && /^multipart\/form-data/i.test(headers['content-type'] ?? '')
}
