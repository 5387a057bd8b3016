import { cache } from 'react'

const page = cache((): { told?: string } => ({}))

/** Remembers what has just been done, in words, for whoever writes the title of the page that is being made. */
export function tell(words: string | undefined): void {
  page().told = words
}

/** What was told; undefined when nothing was. The form of a page asks, because it owns the title where there is one. */
export function told(): string | undefined {
  return page().told
}
