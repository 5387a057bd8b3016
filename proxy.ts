import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '#src/lib/env.ts'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { lastResortHeaders, lastResortPage } from '#src/lib/http/last-resort-page.ts'
import { pageMethods } from '#src/lib/http/limits.ts'
import { refusedStatus, saysItsPolicy, signInAddress } from '#src/lib/http/request-rules.ts'
import { scriptPolicy, securityHeaders } from '#src/lib/http/security-headers.ts'
import { isHttps, sessionCookieName } from '#src/lib/session-cookie.ts'

/**
 * A courtesy, never the guard: pages and actions ask for the session themselves. Posts of people who are
 * signed out pass, because their action keeps what they typed.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { baseUrl } = env()
  const { method, headers, nextUrl } = request
  const against = refusedStatus({ method, headers, path: nextUrl.pathname }, baseUrl)
  const refused = against ?? ((await currentAnswer()?.admitted) === false ? 'busy' : null)
  const answer = refused ? refusal(request, refused) : (signInFirst(request, baseUrl) ?? page(request))
  for (const [name, value] of Object.entries(securityHeaders(isHttps(baseUrl))))
    answer.headers.set(name, value)
  return answer
}

// What programs send to api/mail and api/work is larger than any form, and signed.
export const config = { matcher: '/((?!_next/static/|_next/image|health$|api/(?:mail|work)$).*)' }

function refusal({ method, nextUrl }: NextRequest, why: 403 | 405 | 413 | 'busy'): NextResponse {
  const address = nextUrl.pathname + nextUrl.search
  const status = why === 'busy' ? 503 : why
  const html = lastResortPage({ status, why, submitted: method === 'POST', reference: null, address })
  const answer = new NextResponse(html, { status, headers: lastResortHeaders() })
  if (why === 'busy') answer.headers.set('retry-after', '10')
  if (status === 405) answer.headers.set('allow', pageMethods.join(', '))
  return answer
}

function signInFirst(request: NextRequest, baseUrl: string): NextResponse | null {
  if (request.method === 'POST' || request.cookies.has(sessionCookieName(baseUrl))) return null
  const { pathname, search } = request.nextUrl
  const address = signInAddress(pathname, search)
  return address === null ? null : NextResponse.redirect(new URL(address, request.url), 303)
}

// Next finds the nonce for its scripts in the policy on the request, and only there: whatever a client put
// into that header is overwritten. A policy that is set here stands, whatever a route says.
function page(request: NextRequest): NextResponse {
  const policy = scriptPolicy(randomBytes(16).toString('base64'), process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const answer = NextResponse.next({ request: { headers } })
  if (!saysItsPolicy(request.nextUrl.pathname)) answer.headers.set('content-security-policy', policy)
  return answer
}
