import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptedEncoding } from './accepted-encoding.ts'
import type { Answer } from './current-answer.ts'
import { isClientRouter, mustBeLoaded } from './document-request.ts'
import { judgeFailure, mayBeUnreadable } from './last-resort.ts'
import { leanBody, packedBody } from './lean-body.ts'
import { versionOf } from './light-version.ts'
import type { Outlet } from './outlet.ts'
import type { AnswerRules } from './response-hook.ts'
import { scriptlessPolicy } from './security-headers.ts'

// Somebody who works on the code wants to see the fault as Next shows it.
const developing = process.env.NODE_ENV === 'development'

/** What is decided about the answer to one request, as soon as its head is known. */
export function pageRules(request: IncomingMessage, answer: Answer): AnswerRules {
  const isLight = () => answer.version !== undefined && versionOf(answer.version).light
  // Nobody who has the full page shall be told that it still holds.
  if (isLight() && !isClientRouter(request)) {
    delete request.headers['if-none-match']
    delete request.headers['if-modified-since']
  }
  const begun = (response: ServerResponse, scriptless: boolean) => {
    if (!isPage(response)) return 'pass'
    response.setHeader('vary', [...varying(response), ...chosenBy].join(', '))
    if (scriptless || isLight()) return withoutScripts(request, response)
    if (answer.shows && response.statusCode === 200) sayWhatItShows(request, response, answer.shows)
    return developing ? 'pass' : compressedByUs(request, response, packedBody)
  }
  return {
    begin(response) {
      if (!developing && mayBeUnreadable(request, response)) return 'hold'
      // What is not of its own kind, Next's script loads as a document.
      if (mustBeLoaded(request)) response.setHeader('content-type', 'text/plain')
      if (isClientRouter(request)) return 'pass'
      return begun(response, giveWhatWasAsked(response, answer))
    },
    judge(response, body, ended) {
      const verdict = judgeFailure({ request, response, answer }, body, ended)
      return verdict === 'pass' ? begun(response, true) : verdict
    },
  }
}

/** Gives the answer the status that its page has asked for; says whether the page is one without scripts. */
function giveWhatWasAsked(response: ServerResponse, answer: Answer): boolean {
  if (answer.status === null || response.statusCode !== 200) return false
  response.statusCode = answer.status
  response.statusMessage = ''
  if (answer.retryAfter) response.setHeader('retry-after', answer.retryAfter)
  return answer.noScript
}

/** Sends the name of what the page shows, and tells a page that shows the same that it does. */
function sayWhatItShows(request: IncomingMessage, response: ServerResponse, version: string): void {
  response.setHeader('etag', `"${version}"`)
  if (request.method === 'HEAD' && request.headers['if-none-match']?.includes(`"${version}"`))
    response.statusCode = 304
}

/**
 * Forbids every script of a page and takes what is only there for scripts out of it: for the light version, and for
 * pages that have nothing a script could add, such as Next's page for an address where nothing is.
 */
function withoutScripts(request: IncomingMessage, response: ServerResponse) {
  const policy = String(response.getHeader('content-security-policy') ?? '')
  if (!policy.includes("script-src 'none'")) response.setHeader('content-security-policy', scriptlessPolicy())
  if (!response.hasHeader('content-encoding')) for (const name of ofTheFullPage) response.removeHeader(name)
  return compressedByUs(request, response, leanBody)
}

/** Next would compress the page in parts and as fast as can be, which makes it an eighth larger than at once and well. */
function compressedByUs(request: IncomingMessage, response: ServerResponse, body: typeof leanBody) {
  if (response.hasHeader('content-encoding')) return 'pass'
  for (const name of describingTheBody) response.removeHeader(name)
  if (request.method === 'HEAD' || [204, 304].includes(response.statusCode)) return 'pass'
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  // Next's own compression asks again when the head goes out; without this header it leaves the body alone.
  delete request.headers['accept-encoding']
  return (outlet: Outlet) => body(encoding, outlet)
}

const chosenBy = ['Cookie', 'Save-Data', 'Accept-Encoding']

const ofTheFullPage = ['link', 'etag', 'last-modified']
const describingTheBody = ['content-length', 'accept-ranges']

function varying(response: ServerResponse): string[] {
  const now = String(response.getHeader('vary') ?? '').split(/\s*,\s*/)
  return now.filter(name => name && !chosenBy.some(chosen => chosen.toLowerCase() === name.toLowerCase()))
}

function isPage(response: ServerResponse): boolean {
  return /^text\/html\b/i.test(String(response.getHeader('content-type') ?? ''))
}
