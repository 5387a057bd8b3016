import { isHttps } from '#src/lib/session-cookie.ts'
import { mostBytes } from './body-limits.ts'
import { pageMethods } from './limits.ts'

type Asked = { method: string; headers: Headers; path: string }

/**
 * The status with which a request is turned away before it costs anything; null for one that may go on. This
 * is a courtesy to people and a second wall: every action still asks for the session and the form's token.
 * @param baseUrl the public address of the desk, as in the settings
 */
export function refusedStatus({ method, headers, path }: Asked, baseUrl: string): 403 | 405 | 413 | null {
  if (!pageMethods.includes(method)) return 405
  if (method !== 'POST') return null
  if (comesFromElsewhere(headers, baseUrl)) return 403
  return Number(headers.get('content-length') ?? 0) > mostBytes(path) ? 413 : null
}

/**
 * Where somebody without a session goes who asks for a page of their own: to the sign-in page, with the way back; who
 * wants to open a ticket needs no account. Null for a page for everybody.
 */
export function signInAddress(path: string, query: string): string | null {
  if (path === '/tickets/new') return '/ask'
  if (/^\/attachments\//.test(path) && new URLSearchParams(query).has('link')) return null
  if (!/^\/(tickets|attachments|drafts|account|desk|admin|styleguide)(\/|$)/.test(path)) return null
  return `/sign-in?next=${encodeURIComponent(path + query)}`
}

/** Whether an answer has a policy of its own: a file that somebody sent us is no page of ours. */
export function saysItsPolicy(path: string): boolean {
  return /^\/(attachments\/[^/]+|admin\/mail\/[^/]+\/source)$/.test(path)
}

// Next compares the origin with a host that the client itself can name (X-Forwarded-Host); here only the
// address of the settings and the host that was really asked count.
function comesFromElsewhere(headers: Headers, baseUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const origin = headers.get('origin')
  if (origin === null || origin === new URL(baseUrl).origin) return false
  const scheme = isHttps(baseUrl) ? 'https' : 'https?'
  const sender = new RegExp(`^${scheme}://([^/?#@\\s]+)$`).exec(origin)?.[1]
  return sender === undefined || sender !== headers.get('host')
}
