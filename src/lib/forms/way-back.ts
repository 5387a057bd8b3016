import 'server-only'
import { headers } from 'next/headers'
import { currentAnswer } from '#src/lib/http/current-answer.ts'
import { safePath } from '#src/lib/safe-path.ts'

/** The sign-in page, with the way back to the page that the form was on. */
export async function pathToSignIn(): Promise<string> {
  return `/sign-in?next=${encodeURIComponent(await pathOfPage())}`
}

/**
 * The page that the form was on, with its query but for the notice of an earlier success or look.
 * Source: the Referer, if it is ours; else the address that was posted to.
 */
export async function pathOfPage(): Promise<string> {
  const all = await headers()
  const referer = all.get('referer') ?? ''
  const page = URL.canParse(referer) ? new URL(referer) : null
  if (page?.host !== all.get('host')) return safePath(currentAnswer()?.where.replace(/^POST /, ''))
  for (const notice of ['done', 'since']) page?.searchParams.delete(notice)
  return safePath(page && page.pathname + page.search)
}
