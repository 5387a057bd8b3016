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
  for (const message of shared[earlyRequests]?.() ?? []) attend(message, alwaysLight)
  subscribe('http.server.request.start', message => attend(message, alwaysLight))
}

const earlyRequests = Symbol.for('holdfast.early-requests')
type Shared = {
  [watchedKey]?: true
  /** Hands over the requests that came before this hook, see src/commands/early-requests.mjs. */
  [earlyRequests]?: () => unknown[]
}

/** `answer` is that of a request that came before this hook: it is known to everything that follows in it, and empty. */
type Begun = { request: IncomingMessage; response: ServerResponse; answer?: object }

function attend(message: unknown, alwaysLight: () => boolean): void {
  // An error thrown in here would end the process.
  try {
    watch(message as Begun, alwaysLight())
  } catch {
    // The request goes on without us, as it would where this hook is not at work.
  }
}

/** Begins the answer to one request and puts our rules on its response. */
function watch({ request, response, answer: early }: Begun, alwaysLight: boolean): void {
  if (response.headersSent) return
  const answer = Object.assign(early ?? {}, answerTo(request, response, alwaysLight))
  if (!early) beginAnswer(answer)
  gateBody(request, response, answer)
  hookResponse(response, isBuiltFile(request) ? fileRules(request) : pageRules(request, answer))
  // Files of the build and the questions of a proxy are quick and many, and would hide what people wait for.
  if (!isBuiltFile(request) && request.url !== '/health') countAnswer(response, answer)
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
    unread: isForm(request),
    reference: null,
    still: isClientRouter(request) ? undefined : [],
    digests: new Set(),
  }
}

function isForm({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && /^multipart\/form-data/i.test(headers['content-type'] ?? '')
}
