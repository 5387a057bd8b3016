import { createHash } from 'node:crypto'
import { currentAnswer } from './current-answer.ts'

/**
 * Names what a page shows, and sends the name along as its `ETag`: the same name for the same content. A page that is
 * open asks its own address whether that has changed (`If-None-Match`), and is told 304 while it has not. Call it once a
 * page, with what its reader may see and no more.
 */
export function pageVersion(shown: unknown): string {
  const version = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 8)
  const answer = currentAnswer()
  if (answer) answer.shows = version
  return version
}
