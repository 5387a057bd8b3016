import { cleanName } from '#src/files/clean-name.ts'
import { downloadHeaders } from '#src/files/download.ts'
import { begun } from '#src/files/stream.ts'
import { sourcePath } from '#src/inbound/paths.ts'
import { rawMail, rawParts } from '#src/inbound/raw-mail.ts'
import { currentReader } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { isDatabaseAway } from '#src/lib/forms/fault.ts'
import { lastResortHeaders, lastResortPage } from '#src/lib/http/last-resort-page.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { mayAdminister } from '#src/people/policy.ts'

export const dynamic = 'force-dynamic'

/** A mail as it came, whole, for an administrator; for everybody else it does not exist. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  try {
    const reader = await currentReader()
    if (!reader) return signInFirst(id)
    const mail = mayAdminister(reader) ? await rawMail(db, id) : null
    if (!mail) return page(404, id)
    const headers = downloadHeaders({
      name: cleanName(`${mail.subject}.eml`),
      type: 'message/rfc822',
      hash: mail.contents,
    })
    if (request.method === 'HEAD') return new Response(null, { headers })
    return new Response(await begun(rawParts(db, mail)), { headers })
  } catch (error) {
    const reference = newFaultReference()
    logFault(reference, error, { where: 'GET /admin/mail/[id]/source' })
    return page(isDatabaseAway(error) ? 503 : 500, id, reference)
  }
}

function signInFirst(id: string): Response {
  const location = `/sign-in?next=${encodeURIComponent(sourcePath(id))}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}

function page(status: number, id: string, reference: string | null = null): Response {
  const html = lastResortPage({ status, submitted: false, reference, address: sourcePath(id) })
  return new Response(html, { status, headers: lastResortHeaders() })
}
