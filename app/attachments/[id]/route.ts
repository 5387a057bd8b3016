import { isBucketAway } from '#src/files/bucket.ts'
import { downloadHeaders, isKnownTo } from '#src/files/download.ts'
import { attachmentPath } from '#src/files/paths.ts'
import { fileStore } from '#src/files/store.ts'
import { begun } from '#src/files/stream.ts'
import { type Actor, currentReader } from '#src/lib/actor.ts'
import { db } from '#src/lib/db/client.ts'
import { isDatabaseAway } from '#src/lib/forms/fault.ts'
import { linkFor } from '#src/lib/guest-link.ts'
import { lastResortHeaders, lastResortPage } from '#src/lib/http/last-resort-page.ts'
import { logFault, newFaultReference } from '#src/lib/log.ts'
import { attachmentFor } from '#src/tickets/attachment-for.ts'

export const dynamic = 'force-dynamic'

/** A file that a message has, for whoever may read that message; for everybody else it does not exist. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  try {
    const reader = await readerOf(request)
    if (!reader) return signInFirst(id)
    const found = await attachmentFor(db, reader, id)
    if (!found) return page(404, id)
    const headers = downloadHeaders(found)
    if (isKnownTo(request, found)) return new Response(null, { status: 304, headers })
    if (request.method === 'HEAD') return new Response(null, { headers })
    return new Response(await begun(fileStore.get(db, found.contentId)), { headers })
  } catch (error) {
    const reference = newFaultReference()
    logFault(reference, error, { where: 'GET /attachments/[id]' })
    return page(isDatabaseAway(error) || isBucketAway(error) ? 503 : 500, id, reference)
  }
}

/** A guest by the key of their link, whoever is signed in; else whoever that is. */
async function readerOf(request: Request): Promise<Actor | null> {
  const key = new URL(request.url).searchParams.get('link')
  if (key === null) return currentReader()
  const found = await linkFor(db, key)
  return found?.is === 'open' ? found.guest : currentReader()
}

function signInFirst(id: string): Response {
  const location = `/sign-in?next=${encodeURIComponent(attachmentPath(id))}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}

function page(status: number, id: string, reference: string | null = null): Response {
  const html = lastResortPage({ status, submitted: false, reference, address: attachmentPath(id) })
  return new Response(html, { status, headers: lastResortHeaders() })
}
