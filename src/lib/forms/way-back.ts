import 'server-only'
import { headers } from 'next/headers'
import { safePath } from '#src/lib/safe-path.ts'

/** The sign-in page, with the way back to the page that the form was on. Source: the Referer, ours only. */
export async function pathToSignIn(): Promise<string> {
  const all = await headers()
  const referer = all.get('referer') ?? ''
  const page = URL.canParse(referer) ? new URL(referer) : null
  const next = page?.host === all.get('host') ? safePath(page.pathname + page.search) : '/'
  return `/sign-in?next=${encodeURIComponent(next)}`
}
