import { refresh } from 'next/cache'
import type { Post } from './post.ts'
import type { Report } from './report.ts'
import { isOfAnotherBuild, signedForNextTry } from './token.ts'

/**
 * Brings the page around a refused form up to date, where that takes nothing from the form. After a fault the page may
 * not be readable, and a page that another build made would be loaded anew by Next, without what was typed: with
 * scripts it stays as it is, and the report brings the token for the next try.
 */
export function withPageAround(post: Post<unknown>, report: Report): Report {
  if (report.token !== undefined || report.draft !== undefined) return report
  if (isOfAnotherBuild(post.name, post.sealed))
    return { ...report, token: signedForNextTry(post.name, post.sealed) }
  refresh()
  return report
}
