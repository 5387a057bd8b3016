import { auth } from '#src/lib/auth.ts'
import { env } from '#src/lib/env.ts'
import { isDatabaseAway } from '#src/lib/forms/fault.ts'
import { lastResortHeaders, lastResortPage } from '#src/lib/http/last-resort-page.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'

/** The links in mails come here and are led to a page of ours; nothing else of Better Auth can be reached. */
export async function GET(request: Request): Promise<Response> {
  const link = /^\/api\/auth\/reset-password\/[\w-]{16,64}$/.exec(new URL(request.url).pathname)?.[0]
  return link ? toResetPage(link) : page(404)
}

export async function POST(): Promise<Response> {
  return page(404)
}

// Asked anew, with an address and a way back of our own: what the request says of its host or of where to go
// afterwards counts for nothing.
async function toResetPage(link: string): Promise<Response> {
  const asked = new URL(`${link}?callbackURL=%2Freset-password`, env().baseUrl)
  try {
    const answer = await auth().handler(new Request(asked))
    const next = answer.headers.get('location')
    if (next === null || answer.status >= 400) return page(404)
    return new Response(null, {
      status: 303,
      headers: { location: next, 'cache-control': 'private, no-store' },
    })
  } catch (error) {
    const reference = newFaultReference()
    logFault(reference, error, { where: 'GET /api/auth/reset-password' })
    return page(isDatabaseAway(error) ? 503 : 500, reference)
  }
}

function page(status: number, reference: string | null = null): Response {
  const html = lastResortPage({ status, submitted: false, reference, address: '/forgot-password' })
  return new Response(html, { status, headers: lastResortHeaders() })
}
